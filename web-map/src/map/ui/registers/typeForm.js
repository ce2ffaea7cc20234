/** The form of one type of the taxonomy. */
import { attributes, html } from '../../lib/html.js';
import { checkField, field, selectField, showErrors, textField } from '../fields.js';

/** Reads well on the light map and is none of the colours that come with the product. */
const FIRST_COLOUR = '#4a5568';

/** What a type can be evidence of. */
const KINDS = ['crime', 'disorder', 'perceived', 'other'];

export class TypeForm {
  #t;
  #classes;
  #className;
  #likes;

  /** @param {?object} type as `/api/types` has it; null makes a new one
   * @param {{value: string, label: string}[]} likes types that it may be like */
  constructor(t, classes, className, type = null, likes = []) {
    this.#t = t;
    this.#classes = classes;
    this.#className = className;
    this.#likes = likes;
    this.type = type;
  }

  markup() {
    const t = this.#t;
    const { code = '', nameSv = '', nameEn = '', colour = FIRST_COLOUR, retired = false, class: letter = 'D', kind = 'disorder', like = '' } = this.type ?? {};
    return html`
      <form id="type-form" class="form" novalidate>
        <div class="form__pair">
          ${textField({ name: 'code', label: t('codes.code'), hint: t(this.type ? 'codes.codeFixed' : 'codes.codeHint'), required: true }, { value: code, readonly: this.type !== null, maxlength: 10, autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false' })}
          ${selectField({ name: 'class', label: t('codes.class') }, this.#classes.map((each) => ({ value: each.class, label: `${each.class} ${this.#className(each.class)}` })), letter)}
        </div>
        <div class="form__pair">
          ${textField({ name: 'nameSv', label: t('codes.nameSv'), required: true }, { value: nameSv, maxlength: 80, autocomplete: 'off' })}
          ${textField({ name: 'nameEn', label: t('codes.nameEn'), hint: t('codes.nameEnHint') }, { value: nameEn, maxlength: 80, autocomplete: 'off' })}
        </div>
        ${selectField({ name: 'kind', label: t('codes.kind'), hint: t('codes.kindHint') }, KINDS.map((each) => ({ value: each, label: t(`kind.${each}`) })), kind)}
        ${selectField({ name: 'like', label: t('codes.like'), hint: t('codes.likeHint') }, [{ value: '', label: t('codes.likeNone') }, ...this.#likes], like)}
        ${field({ name: 'colour', label: t('codes.colour'), hint: t('codes.colourHint') }, (carry) => html`<input class="input input--colour" type="color" ${carry} ${attributes({ value: colour })}>`)}
        ${this.type && html`<div data-field="retired">${checkField({ name: 'retired', label: t('codes.retire'), hint: t('codes.retireHint'), checked: retired })}<p class="field__error" id="field-retired-error" hidden></p></div>`}
      </form>`;
  }

  /** What is written, the way the service takes it. */
  read(form) {
    const data = new FormData(form);
    const text = (name) => (data.get(name) ?? '').trim();
    const written = { class: text('class'), nameSv: text('nameSv'), nameEn: text('nameEn'), colour: text('colour'), kind: text('kind'), like: text('like'), retired: data.has('retired') };
    return this.type ? written : { code: text('code').toUpperCase(), ...written };
  }

  /** Writes the service's errors at their fields; answers those that no field stands for. */
  show(form, errors) {
    return showErrors(form, errors);
  }
}
