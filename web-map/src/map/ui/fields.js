/**
 * Form fields with their label, hint and error text in one piece, and the way an answer of the service finds its field.
 */
import { attributes, html, render } from '../lib/html.js';
import { icon } from './icons.js';

/**
 * A labelled field. `control` gets the attributes it must carry: id, name, aria-describedby and so on.
 * @param {{name: string, label: string, hint?: string, required?: boolean, id?: string}} field
 * @param {(carry: object) => object} control makes the markup of the control
 */
export function field({ name, label, hint = '', required = false, id = `field-${name}` }, control) {
  const carry = attributes({
    id,
    name,
    required,
    'aria-describedby': `${hint ? `${id}-hint ` : ''}${id}-error`,
  });
  return html`
    <div class="field" data-field="${name}">
      <label class="field__label" for="${id}">${label}</label>
      ${hint && html`<p class="field__hint" id="${id}-hint">${hint}</p>`}
      ${control(carry)}
      <p class="field__error" id="${id}-error" hidden></p>
    </div>`;
}

/** A text field; `input` may hold type, value, list, autocomplete, min, max, step, maxlength. */
export function textField(options, input = {}) {
  return field(options, (carry) => html`<input class="input" ${carry} ${attributes({ type: 'text', ...input })}>`);
}

/** A field for several lines. */
export function areaField(options, { value = '', rows = 3, maxlength = null } = {}) {
  return field(options, (carry) => html`<textarea class="input input--area" ${carry} ${attributes({ rows, maxlength })}>${value}</textarea>`);
}

/** A choice; `choices` are [{ value, label }]. */
export function selectField(options, choices, value = '') {
  return field(
    options,
    (carry) => html`
      <select class="input input--select" ${carry}>
        ${choices.map((choice) => html`<option ${attributes({ value: choice.value, selected: choice.value === value })}>${choice.label}</option>`)}
      </select>`,
  );
}

/** A box to tick, its words after it. */
export function checkField({ name, label, hint = '', checked = false, id = `field-${name}` }) {
  return html`
    <div class="field field--check" data-field="${name}">
      <input class="tick" type="checkbox" ${attributes({ id, name, checked, 'aria-describedby': hint ? `${id}-hint` : null })}>
      <label class="field__label" for="${id}">${label}</label>
      ${hint && html`<p class="field__hint" id="${id}-hint">${hint}</p>`}
    </div>`;
}

/** Takes all error texts out of a form. */
export function clearErrors(form) {
  for (const place of form.querySelectorAll('.field__error')) {
    place.hidden = true;
    place.replaceChildren();
  }
  for (const control of form.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid');
}

/**
 * Writes each error at its field, with what to do about it, and moves the focus to the first on the page.
 * @param {HTMLElement} form
 * @param {{field: string, reason: string, remedy?: string}[]} errors as problem+json has them
 * @returns {object[]} the errors that no field of the form answers for
 */
export function showErrors(form, errors) {
  clearErrors(form);
  const homeless = [];
  for (const error of errors) {
    const name = String(error.field ?? '').split('.').pop();
    const place = form.querySelector(`[data-field="${CSS.escape(name)}"]`);
    if (!place) {
      homeless.push(error);
      continue;
    }
    const text = place.querySelector('.field__error');
    render(text, html`${icon('alert')} ${error.reason} ${error.remedy ?? ''}`);
    text.hidden = false;
    const control = place.querySelector('input, select, textarea, button');
    control?.setAttribute('aria-invalid', 'true');
  }
  form.querySelector('[aria-invalid]')?.focus();
  return homeless;
}

/** A message in the flow of the page: what went wrong and what can be done. */
export function notice(kind, text, more = null) {
  return html`<div class="message message--${kind}" role="${kind === 'danger' ? 'alert' : 'note'}"><p>${text}</p>${more}</div>`;
}
