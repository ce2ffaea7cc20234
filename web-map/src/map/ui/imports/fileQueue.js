/** The files on their way in, each a row with its state, and the place to drop more. */
import { attributes, html, on, render } from '../../lib/html.js';
import { sizeWords } from '../../lib/importLook.js';
import { icon } from '../icons.js';
import { renderChanged } from './renderChanged.js';

/** Endings the file chooser offers; anything can be dropped, and what cannot be read says so. */
const ENDINGS = '.csv,.tsv,.txt,.xlsx,.geojson,.json,.zip,.gpkg,.gz';
const PICTURES = { sending: 'upload', queued: 'upload', refused: 'alert', asks: 'help', ready: 'check', waits: 'calendar', importing: 'upload', complete: 'check', failed: 'alert', cancelled: 'close', withdrawn: 'undo' };

export class FileQueue {
  static defaults = { onFiles: () => {}, onChoose: () => {}, onRemove: () => {} };

  #app;
  #element;
  #options;
  #files = [];
  #stops = [];

  constructor(app, element, options = {}) {
    this.#app = app;
    this.#element = element;
    this.#options = { ...FileQueue.defaults, ...options };
  }

  open() {
    const { t } = this.#app;
    render(
      this.#element,
      html`
        <ol class="queue" aria-label="${t('imports.queue')}"></ol>
        <div class="drop" id="import-drop">
          <input type="file" multiple class="drop__input visually-hidden" id="import-file" accept="${ENDINGS}" aria-describedby="import-file-hint">
          <p class="drop__call"><label class="button button--primary" for="import-file">${icon('upload')} <span class="drop__choose">${t('imports.choose')}</span><span class="drop__more">${t('imports.chooseMore')}</span></label> <span class="drop__or">${t('imports.drop')}</span></p>
          <p class="field__hint" id="import-file-hint">${t('imports.formats')}</p>
          <ol class="drop__steps">
            <li>${t('imports.step.look')}</li>
            <li>${t('imports.step.correct')}</li>
            <li>${t('imports.step.read')}</li>
          </ol>
        </div>`,
    );
    this.#stops = [
      on(this.#element, 'change', '#import-file', (event, input) => this.#take(input)),
      on(this.#element, 'click', '[data-choose]', (event, button) => this.#options.onChoose(this.#find(button.dataset.choose))),
      on(this.#element, 'click', '[data-remove]', (event, button) => this.#options.onRemove(this.#find(button.dataset.remove))),
    ];
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
  }

  /** The chosen row, or the button that chooses files when there is none. */
  focus() {
    (this.#element.querySelector('[aria-current="true"]') ?? this.#element.querySelector('#import-file')).focus();
  }

  /** What a drag over the wizard does. */
  drag(event) {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#element.querySelector('#import-drop').classList.toggle('drop--over', event.type === 'dragover');
    if (event.type === 'drop' && event.dataTransfer.files.length > 0) this.#options.onFiles([...event.dataTransfer.files]);
  }

  show(files, chosen) {
    this.#files = files;
    const markup = html`${files.map((file) => this.#row(file, file === chosen))}`;
    renderChanged(this.#element.querySelector('.queue'), markup);
  }

  #row(file, isChosen) {
    const { t, locale } = this.#app;
    const label = stateWords(file, t);
    return html`
      <li class="queue__row queue__row--${file.state}">
        <button type="button" class="queue__choose" id="queue-${file.id}" data-choose="${file.id}" ${attributes({ 'aria-current': isChosen ? 'true' : null })}>
          <span class="queue__mark">${icon(PICTURES[file.state])}</span>
          <span class="queue__name">${file.name}</span>
          <span class="queue__state">${label}</span>
          <span class="queue__size">${sizeWords(file.bytes, locale)}</span>
        </button>
        ${file.state !== 'importing' && html`<button type="button" class="button button--quiet button--icon" id="queue-remove-${file.id}" data-remove="${file.id}" aria-label="${t(file.state === 'sending' ? 'imports.stopSending' : 'imports.remove', { file: file.name })}" title="${t(file.state === 'sending' ? 'imports.stopSending' : 'imports.remove', { file: file.name })}">${icon('close')}</button>`}
      </li>`;
  }

  #find(id) {
    return this.#files.find((file) => String(file.id) === id);
  }

  /** The same file may be chosen again after it was removed. */
  #take(input) {
    const files = [...input.files];
    input.value = '';
    if (files.length > 0) this.#options.onFiles(files);
  }
}

/** What becomes of a file right now; one that has been sent whole is being looked at. */
export function stateWords(file, t) {
  const percent = percentOf(file);
  return file.state === 'sending' && percent >= 100 ? t('imports.state.looking') : t(`imports.state.${file.state}`, { percent });
}

function percentOf({ state, sent, job }) {
  if (state === 'sending') return Math.floor(sent * 100);
  return job?.bytesTotal > 0 ? Math.round((100 * Math.min(job.bytesRead, job.bytesTotal)) / job.bytesTotal) : 0;
}
