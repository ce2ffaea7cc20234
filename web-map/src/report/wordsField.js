/** Free text that warns, while somebody types, of what may point at a person; the service masks it in any case. */
import { html, on, render } from '../map/lib/html.js';
import { kindsOfPersonalData } from '../map/lib/personalData.js';
import { areaField } from '../map/ui/fields.js';

const LONGEST = 2000;

export class WordsField {
  #root;
  #options;
  #stop = () => {};
  #told = '';

  /** @param {{t: Function, value: string, onChange: (words: string) => void}} options */
  constructor(root, options) {
    this.#root = root;
    this.#options = options;
  }

  open() {
    const { t, value } = this.#options;
    render(
      this.#root,
      html`${areaField({ name: 'words', label: t('report.words'), hint: t('report.wordsHint') }, { value, rows: 3, maxlength: LONGEST })}
        <div id="words-warning" role="status"></div>`,
    );
    this.#stop = on(this.#root, 'input', '[name="words"]', (event, field) => {
      this.#options.onChange(field.value);
      this.#warn(field.value);
    });
    this.#warn(value);
    return this;
  }

  close() {
    this.#stop();
  }

  #warn(words) {
    const { t } = this.#options;
    const kinds = kindsOfPersonalData(words).map((kind) => t(`report.personal.${kind}`));
    const told = kinds.length ? t('report.personalFound', { kinds: kinds.join(', ') }) : '';
    if (told === this.#told) return;
    this.#told = told;
    render(this.#root.querySelector('#words-warning'), told ? html`<p class="message message--warning">${told}</p>` : html``);
  }
}
