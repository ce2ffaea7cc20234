/**
 * "Ändra": what may be chosen of an analysis, made from what the service says about each setting. An empty field is
 * automatic, and tells the automatic value and why.
 */
import { html, on, render } from '../../lib/html.js';
import { nameWords, valueWords } from '../../lib/analysisWords.js';
import { rangeWords, readSetting, unitWords, writtenSetting } from '../../lib/analysisSettings.js';
import { clearErrors, selectField, showErrors, textField } from '../fields.js';

export class SettingsForm {
  static defaults = {
    /** As `/api/analyses` tells them: [{ name, kind, unit, min, max, words }] */
    settings: [],
    /** The present choice: name to text. */
    chosen: {},
    /** False when nothing is automatic: the reader gives all numbers. */
    automatic: true,
    /** Told the new choice. */
    onChoose: () => {},
  };

  #app;
  #root;
  #options;
  #parameters = [];
  #stops = [];

  constructor(app, root, options = {}) {
    this.#app = app;
    this.#root = root;
    this.#options = { ...SettingsForm.defaults, ...options };
  }

  open() {
    this.#stops = [
      on(this.#root, 'submit', 'form', (event, form) => this.#submit(event, form)),
      on(this.#root, 'click', '[data-automatic]', () => this.#options.onChoose({})),
    ];
    this.#draw();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#root.replaceChildren();
  }

  /** What the last answer was made with: automatic values are shown beside the fields. */
  set parameters(parameters) {
    this.#parameters = parameters;
    this.#draw();
  }

  /** Writes errors of the service at their fields; answers those that belong to none. */
  showErrors(errors) {
    const form = this.#root.querySelector('form');
    return form ? showErrors(form, errors) : errors;
  }

  set chosen(chosen) {
    this.#options.chosen = chosen;
    this.#draw();
  }

  #draw() {
    const { t } = this.#app;
    render(
      this.#root,
      html`<form class="form form--settings" novalidate>
        ${this.#options.settings.map((setting) => this.#field(setting))}
        <p class="button-row">
          <button type="submit" class="button button--primary" id="settings-run">${t('analysis.settings.run')}</button>
          <button type="button" class="button" id="settings-automatic" data-automatic>${t(this.#options.automatic ? 'analysis.settings.automatic' : 'analysis.settings.clear')}</button>
        </p>
      </form>`,
    );
  }

  #field(setting) {
    const { t, locale } = this.#app;
    const { name, kind, unit, words = [] } = setting;
    const written = this.#written(setting);
    const used = this.#parameters.find((each) => each.name === name && each.automatic);
    const automatic = used ? valueWords(name, used.value, t) : '';
    const common = { name, id: `setting-${name}`, label: nameWords(name, t), hint: this.#hint(setting, used) };
    const auto = automatic ? t('analysis.settings.autoValue', { value: automatic }) : t('analysis.settings.auto');
    if (kind === 'word' || kind === 'flag') {
      const wordOf = (word) => (kind === 'flag' ? t(word === 'true' ? 'analysis.yes' : 'analysis.no') : valueWords(name, word, t));
      return selectField(common, [{ value: '', label: auto }, ...words.map((word) => ({ value: word, label: wordOf(word) }))], written);
    }
    if (kind === 'day') return textField(common, { type: 'date', value: written });
    const placeholder = used ? `${writtenSetting(used.value, locale)}${unit ? ` ${unitWords(unit, t)}` : ''}` : this.#options.automatic ? t('analysis.settings.auto') : '';
    return textField(common, { value: written, placeholder, inputmode: kind === 'numbers' ? 'text' : 'decimal', autocomplete: 'off' });
  }

  #written({ name, kind }) {
    const text = this.#options.chosen[name];
    if (text === undefined) return '';
    if (kind === 'numbers') return writtenSetting(text.split(',').map(Number), this.#app.locale);
    return kind === 'number' || kind === 'whole' ? writtenSetting(Number(text), this.#app.locale) : text;
  }

  #hint(setting, used) {
    const { t } = this.#app;
    const parts = [rangeWords(setting, t)];
    if (used) parts.push(t('analysis.settings.autoWhy', { value: valueWords(setting.name, used.value, t), unit: used.unit ? ` ${unitWords(used.unit, t)}` : '', why: used.why }));
    return parts.filter(Boolean).join(' ').trim();
  }

  #submit(event, form) {
    event.preventDefault();
    const { t } = this.#app;
    const chosen = {};
    const errors = [];
    for (const setting of this.#options.settings) {
      const { value, error } = readSetting(setting, form.elements.namedItem(setting.name)?.value);
      if (error) errors.push({ field: setting.name, reason: t(`analysis.settings.error.${error}`), remedy: rangeWords(setting, t) });
      else if (value !== null) chosen[setting.name] = value;
    }
    if (errors.length > 0) showErrors(form, errors);
    else {
      clearErrors(form);
      this.#options.onChoose(chosen);
    }
  }
}
