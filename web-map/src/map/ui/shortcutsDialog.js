/** The keys the page answers to, opened with "?". */
import { html, on, render } from '../lib/html.js';
import { Dialog } from './dialog.js';
import { checkField } from './fields.js';
import { areShortcutsOn, switchShortcuts } from './shortcuts.js';

/** Key names are told as they stand on a keyboard; groups and meanings are texts `keys.*`. */
const GROUPS = {
  page: [['?', 'help'], ['H', 'hotspots'], ['M', 'measures'], ['A', 'analyses'], ['I', 'inbox'], ['N', 'new'], ['Esc', 'back']],
  map: [['← ↑ → ↓', 'pan'], ['+ −', 'zoom'], ['Tab', 'tab']],
  draw: [['← ↑ → ↓', 'cross'], ['Shift + ← ↑ → ↓', 'far'], ['Enter', 'corner'], ['Backspace', 'undo'], ['Enter Enter', 'finish'], ['Esc', 'cancel'], ['Delete', 'remove']],
};

export class ShortcutsDialog {
  #t;
  #dialog;

  constructor(t) {
    this.#t = t;
  }

  open() {
    const t = this.#t;
    this.#dialog = new Dialog({ title: t('keys.title'), closeLabel: t('close') }).open();
    render(
      this.#dialog.body,
      html`${checkField({ name: 'single-keys', label: t('keys.single'), checked: areShortcutsOn() })}
        ${Object.entries(GROUPS).map(([group, keys]) => html`
        <section class="section">
          <h3 class="section__title">${t(`keys.group.${group}`)}</h3>
          <dl class="keys">${keys.map(([key, meaning]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${t(`keys.${group}.${meaning}`)}</dd></div>`)}</dl>
        </section>`)}`,
    );
    on(this.#dialog.body, 'change', '[name="single-keys"]', (event, box) => switchShortcuts(box.checked));
    render(this.#dialog.footer, html`<button type="button" class="button" data-close>${t('close')}</button>`);
    return this;
  }

  close() {
    this.#dialog.close();
  }
}
