/** The chosen factor in a form: its words, its side, what it lies behind, which techniques work on it, what it rests on. */
import { addFactor, changeFactor, findFactor, hasRoom, LONGEST_WORDS, MOST_TECHNIQUES, moveBehind, moveTo, PERSPECTIVES, shift } from '../../lib/causeCard.js';
import { attributes, html, on, render } from '../../lib/html.js';
import { areaField, selectField } from '../fields.js';
import { icon } from '../icons.js';
import { EVIDENCE_ITEMS } from './evidencePanel.js';

export class FactorPanel {
  #app;
  #editor;
  #catalogue;
  #tree;
  #root = null;
  #shown = null;
  #stops = [];

  /** @param {() => object} catalogue answers what `/api/cause-catalogue` says */
  constructor(app, editor, catalogue, tree) {
    this.#app = app;
    this.#editor = editor;
    this.#catalogue = catalogue;
    this.#tree = tree;
  }

  open(root) {
    this.#root = root;
    this.#stops = [
      this.#editor.subscribe((what) => this.#on(what)),
      on(root, 'input', '[name="words"]', (event, field) => this.#rename(field.value)),
      on(root, 'change', '[name="side"]', (event, field) => this.#edit(moveTo(this.#editor.card, this.#shown, field.value))),
      on(root, 'change', '[name="behind"]', (event, field) => this.#edit(moveBehind(this.#editor.card, this.#shown, field.value || null))),
      on(root, 'change', '[name="rests"]', (event, field) => this.#edit(changeFactor(this.#editor.card, this.#shown, { evidence: field.value || null }))),
      on(root, 'change', '[name="technique"]', () => this.#techniques()),
      on(root, 'submit', 'form', (event) => this.#submit(event)),
      on(root, 'click', '[data-add]', (event, button) => this.#add(button.dataset.add)),
      on(root, 'click', '[data-remove]', () => this.#tree.remove(this.#shown)),
      on(root, 'click', '[data-shift]', (event, button) => this.#edit(shift(this.#editor.card, this.#shown, Number(button.dataset.shift)))),
    ];
    this.#draw();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  /** Puts the focus in the words; all of them are marked when they are new. */
  write(isNew = false) {
    const field = this.#root.querySelector('[name="words"]');
    field?.focus();
    if (isNew) field?.select();
  }

  /** The words are being typed: only what else the card says is drawn anew then. */
  #on(what) {
    const typing = this.#root.contains(document.activeElement) && document.activeElement.name === 'words' && this.#shown === this.#editor.selected;
    if (typing && what === 'card') return;
    this.#draw();
  }

  #draw() {
    const { t } = this.#app;
    const found = findFactor(this.#editor.card, this.#editor.selected);
    const side = PERSPECTIVES.includes(this.#editor.selected) ? this.#editor.selected : null;
    this.#shown = found ? this.#editor.selected : null;
    if (found) render(this.#root, this.#form(found));
    else render(this.#root, html`
      <h3 class="section__title">${side ? t(`cause.side.${side}`) : t('cause.choose')}</h3>
      <p class="muted">${side ? t(`cause.side.${side}.hint`) : t('cause.chooseHint')}</p>
      <form class="cause-add">
        <label class="field__label" for="cause-new">${t('cause.addLabel')}</label>
        <div class="cause-add__row"><input class="input" id="cause-new" name="new" type="text" maxlength="${LONGEST_WORDS}" autocomplete="off">
        <button type="submit" class="button">${icon('add')} ${t('cause.add')}</button></div>
      </form>`);
  }

  #form({ factor, perspective, parent, index, siblings }) {
    const { t, locale } = this.#app;
    const { card } = this.#editor;
    const behind = card.perspectives[perspective].filter(({ id }) => id !== factor.id && (id === parent?.id || hasRoom(card, perspective, id)));
    const { techniques } = this.#catalogue();
    return html`
      <h3 class="section__title">${t(parent ? 'cause.aCause' : 'cause.aFactor')}</h3>
      <form class="form" id="cause-factor">
        ${areaField({ name: 'words', id: 'factor-words', label: t('cause.words') }, { value: factor.words, rows: 2, maxlength: LONGEST_WORDS })}
        <div class="form__pair">
          ${selectField({ name: 'side', id: 'factor-side', label: t('cause.sideLabel') }, PERSPECTIVES.map((value) => ({ value, label: t(`cause.side.${value}`) })), perspective)}
          ${factor.causes.length === 0 && selectField({ name: 'behind', id: 'factor-behind', label: t('cause.behind') }, [{ value: '', label: t('cause.behindNone') }, ...behind.map(({ id, words }) => ({ value: id, label: words }))], parent?.id ?? '')}
          ${selectField({ name: 'rests', id: 'factor-rests', label: t('cause.rests') }, [{ value: '', label: t('cause.restsNone') }, ...EVIDENCE_ITEMS.map((value) => ({ value, label: t(`figures.item.${value}`) }))], factor.evidence ?? '')}
        </div>
        <details class="cause-techniques">
          <summary>${t('cause.techniques')} <span class="tag">${factor.techniques.length ? factor.techniques.join(', ') : t('cause.techniquesNone')}</span></summary>
          <p class="field__hint">${t('cause.techniquesHint', { most: MOST_TECHNIQUES })}</p>
          ${groups(techniques, locale).map(({ name, all }) => html`
            <fieldset class="cause-techniques__group"><legend>${name}</legend>
              ${all.map((each) => html`<label class="check"><input type="checkbox" name="technique" ${attributes({ value: each.number, id: `technique-${each.number}`, checked: factor.techniques.includes(each.number) })}> ${each.number}. ${locale === 'sv' ? each.nameSv : each.nameEn}</label>`)}
            </fieldset>`)}
        </details>
        <div class="button-row">
          ${!parent && html`<button type="button" class="button button--small" id="factor-add-cause" data-add="${factor.id}">${icon('add')} ${t('cause.addCause')}</button>`}
          <button type="button" class="button button--small" id="factor-up" data-shift="-1" ${attributes({ disabled: index === 0 })}>${t('cause.up')}</button>
          <button type="button" class="button button--small" id="factor-down" data-shift="1" ${attributes({ disabled: index === siblings.length - 1 })}>${t('cause.down')}</button>
          <button type="button" class="button button--small" id="factor-remove" data-remove>${icon('remove')} ${t('cause.remove')}</button>
        </div>
      </form>`;
  }

  #rename(words) {
    this.#editor.change(changeFactor(this.#editor.card, this.#shown, { words }), `words-${this.#shown}`);
  }

  #edit(next) {
    this.#editor.change(next);
  }

  #techniques() {
    const chosen = [...this.#root.querySelectorAll('[name="technique"]:checked')].map(({ value }) => Number(value));
    if (chosen.length > MOST_TECHNIQUES) {
      this.#app.announce(this.#app.t('cause.techniquesHint', { most: MOST_TECHNIQUES }));
      this.#draw();
      return;
    }
    const open = this.#root.querySelector('.cause-techniques').open;
    this.#editor.change(changeFactor(this.#editor.card, this.#shown, { techniques: chosen }));
    this.#root.querySelector('.cause-techniques').open = open;
  }

  #add(parent) {
    this.#tree.add(parent);
  }

  /** Enter in the words of a factor goes back to the picture; in the field of a side it adds. */
  #submit(event) {
    event.preventDefault();
    const field = this.#root.querySelector('#cause-new');
    if (!field) return;
    const words = field.value.trim();
    if (!words) return;
    const side = PERSPECTIVES.includes(this.#editor.selected) ? this.#editor.selected : PERSPECTIVES[0];
    const added = addFactor(this.#editor.card, side, { words });
    if (!added.id) {
      this.#app.announce(this.#app.t('cause.full'));
      return;
    }
    this.#editor.change(added.card);
    this.#app.announce(this.#app.t('cause.added', { words, side: this.#app.t(`cause.side.${side}`) }));
    this.#root.querySelector('#cause-new').value = '';
    this.#root.querySelector('#cause-new').focus();
  }
}

function groups(techniques, locale) {
  const byName = new Map();
  for (const each of techniques) {
    const name = locale === 'sv' ? each.groupSv : each.groupEn;
    byName.set(name, [...(byName.get(name) ?? []), each]);
  }
  return [...byName].map(([name, all]) => ({ name, all }));
}
