/**
 * The import wizard: files in, a look at each, corrections, reading in, and what became of every row. It is one for the
 * whole visit: closed and opened again it still holds the files, and what is being read in goes on meanwhile.
 */
import { html, render } from '../../lib/html.js';
import { sameShape } from '../../lib/importLook.js';
import { Dialog } from '../dialog.js';
import { icon } from '../icons.js';
import { Tabs } from '../tabs.js';
import { FileLook } from './fileLook.js';
import { FileQueue } from './fileQueue.js';
import { ImportHistory } from './importHistory.js';
import { QueuedFile } from './queuedFile.js';
import { WizardFooter } from './wizardFooter.js';

export class ImportWizard {
  #app;
  #files = [];
  #chosen = null;
  #wanted = null;
  #sending = Promise.resolve();
  #reading = false;
  #dialog = null;
  #tabs;
  #queue;
  #look;
  #footer;
  #history;

  constructor(app) {
    this.#app = app;
  }

  /**
   * Opens the wizard, with files if something was dropped.
   * @param {?{kind: string, dataset: string, title: string}} wanted what files are meant to be until the wizard is
   *     closed; `title` is the survey they belong to
   */
  open(files = [], wanted = null) {
    this.#wanted = wanted;
    if (!this.#dialog) this.#build();
    this.#tellWanted();
    if (files.length > 0) this.add(files);
    return this;
  }

  /** Named before a file is chosen: nobody should have to wonder where the answers will go. */
  #tellWanted() {
    const place = this.#dialog.body.querySelector('#import-wanted');
    place.hidden = !this.#wanted;
    render(place, html`${this.#wanted && html`${icon('info')} ${this.#app.t('imports.wanted', { title: this.#wanted.title })}`}`);
  }

  close() {
    this.#dialog?.close();
  }

  #build() {
    const { t } = this.#app;
    this.#forgetEnded();
    this.#dialog = new Dialog({ title: t('imports.title'), closeLabel: t('close'), width: 'full', onClose: () => this.#closed() }).open();
    const { body } = this.#dialog;
    this.#tabs = new Tabs(body, {
      label: t('imports.title'),
      tabs: [
        { id: 'import-files', label: t('imports.tab.files') },
        { id: 'import-history', label: t('imports.tab.history') },
      ],
      onSelect: (tab) => this.#onTab(tab),
    }).open();
    const panel = this.#tabs.panel('import-files');
    render(panel, html`<p class="note" id="import-wanted" hidden></p><div class="wizard"><div class="wizard__queue"></div><div class="wizard__look"></div></div>`);
    this.#queue = new FileQueue(this.#app, panel.querySelector('.wizard__queue'), {
      onFiles: (files) => this.add(files),
      onChoose: (file) => this.#choose(file, true),
      onRemove: (file) => this.#remove(file),
    }).open();
    this.#look = new FileLook(this.#app, panel.querySelector('.wizard__look'), {
      alike: (file) => this.#alike(file),
      onShare: (file) => this.#share(file),
      onShow: (job, bounds) => this.#showOnMap(job, bounds),
      onInbox: () => this.#openInbox(),
    }).open();
    this.#footer = new WizardFooter(this.#app, this.#dialog.footer, { onReadIn: (chosen) => this.#readIn(chosen), onCancel: (file) => this.#cancel(file) }).open();
    this.#history = new ImportHistory(this.#app, this.#tabs.panel('import-history'), { onShow: (job) => this.#showOnMap(job), onInbox: () => this.#openInbox() });
    for (const type of ['dragover', 'dragleave', 'drop']) body.addEventListener(type, (event) => this.#queue.drag(event));
    this.#draw();
  }

  #closed() {
    for (const part of [this.#look, this.#queue, this.#footer, this.#history]) part.close();
    this.#dialog = null;
  }

  #forgetEnded() {
    for (const file of this.#files.filter((each) => each.hasEnded || each.state === 'refused')) file.remove();
    this.#files = this.#files.filter((each) => !each.hasEnded && each.state !== 'refused');
    if (!this.#files.includes(this.#chosen)) this.#chosen = this.#files[0] ?? null;
  }

  /** Takes files into the queue; they are sent one after the other. */
  add(files) {
    const { api } = this.#app;
    const added = [...files].map((file) => new QueuedFile(api, file, { wanted: this.#wanted, onChange: (each) => this.#changed(each), onEnd: (each) => this.#ended(each) }));
    this.#files.push(...added);
    this.#tabs.select('import-files');
    if (!this.#chosen || !this.#chosen.isOpen || this.#wanted) this.#chosen = added[0];
    for (const file of added) this.#sending = this.#sending.then(() => file.send());
    this.#draw();
    this.#app.announce(this.#app.t('imports.said.added', { count: added.length }));
  }

  #choose(file, focus = false) {
    this.#chosen = file;
    this.#draw();
    if (focus) this.#look.focus();
  }

  #remove(file) {
    const at = this.#files.indexOf(file);
    file.remove();
    this.#files.splice(at, 1);
    if (this.#chosen === file) this.#chosen = this.#files[Math.min(at, this.#files.length - 1)] ?? null;
    this.#draw();
    this.#queue.focus();
    this.#app.announce(this.#app.t('imports.said.removed', { file: file.name }));
  }

  #changed(file) {
    if (!this.#dialog) return;
    this.#draw();
    if (file === this.#chosen) this.#say(file);
  }

  /** What a screen reader hears of the chosen file. */
  #say(file) {
    const { t, announce } = this.#app;
    const said = file.busy ? 'busy' : file.state;
    if (said === file.said || said === 'importing') return;
    file.said = said;
    const { rows = 0, placed = 0, uncertain = 0, rejected = 0 } = file.look?.check ?? {};
    if (t.has(`imports.said.${said}`)) announce(t(`imports.said.${said}`, { file: file.name, rows, placed, uncertain, rejected }));
  }

  #alike(file) {
    return this.#files.filter((other) => other !== file && other.isOpen && !other.isCorrected && sameShape(other.look, file.look));
  }

  #share(file) {
    const others = this.#alike(file);
    for (const other of others) other.takeOver(file);
    this.#app.announce(this.#app.t('imports.said.shared', { count: others.length }));
  }

  /** Reads in the chosen file, or all that are ready, one after the other. */
  async #readIn(files) {
    for (const file of files) file.wait();
    if (this.#reading) return;
    this.#reading = true;
    try {
      for (let next = this.#waiting(); next; next = this.#waiting()) await next.readIn();
    } finally {
      this.#reading = false;
    }
  }

  #waiting() {
    return this.#files.find(({ state }) => state === 'waits');
  }

  #cancel(file) {
    if (file.state === 'waits') file.correctAgain();
    else file.cancel();
  }

  #ended(file) {
    const { bus, state, toasts, t } = this.#app;
    state.set({ hotspot: null, measure: null }, { history: 'replace' });
    bus.emit('data:changed');
    if (this.#dialog) this.#look.focus(file);
    else toasts.show(t(`imports.toast.${file.state}`, { file: file.name }), { action: { label: t('imports.toast.open'), run: () => this.#reopen(file) } });
  }

  #reopen(file) {
    const ended = this.#files.includes(file) ? file : null;
    this.open();
    if (ended && !this.#files.includes(ended)) this.#files.unshift(ended);
    if (ended) this.#choose(ended, true);
  }

  #onTab(tab) {
    this.#footer.bare = tab !== 'import-files';
    if (tab === 'import-history') this.#history.open();
  }

  /** The map goes to the new data: to the group they belong to, and within it to where this file's rows are placed. */
  #showOnMap({ datasetId }, bounds = null) {
    const dataset = this.#app.datasets.value.body?.datasets.find((d) => String(d.id) === String(datasetId));
    this.close();
    if (!dataset) return;
    if (dataset.kind !== 'base' && dataset.group) this.#app.chooseGroup(dataset.group);
    const place = bounds ?? dataset.bounds;
    if (place) this.#app.map.fit(place);
  }

  #openInbox() {
    this.close();
    this.#app.bus.emit('inbox:open', 'places');
  }

  /** Draws all parts anew; whose button went away goes on from the file's name, not from the top of the page. */
  #draw() {
    const focused = document.activeElement;
    this.#queue.show(this.#files, this.#chosen);
    this.#look.show(this.#chosen);
    this.#footer.show(this.#files, this.#chosen);
    this.#dialog.body.querySelector('.wizard').dataset.files = this.#files.length > 1 ? 'several' : this.#files.length;
    this.#tabs.count('import-files', this.#files.length > 0 ? this.#files.length : '');
    if (focused !== document.body && !focused.isConnected && document.activeElement === document.body) this.#look.focus();
  }
}

