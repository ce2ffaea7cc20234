/** The sections of a document or a template as fields: heading, words, shown or not, and the order. */
import { attributes, html } from '../../lib/html.js';
import { areaField, checkField, textField } from '../fields.js';

export const MAX_HEADING = 120;
export const MAX_TEXT = 6000;

/** @param {object[]} sections in their order */
export function sectionFields(sections, t) {
  return html`${sections.map((section, at) => html`
    <fieldset class="group documents__section" data-section="${section.id}">
      <legend class="group__title">${section.heading || section.id}</legend>
      ${textField({ name: `heading-${section.id}`, label: t('documents.field.heading') }, { value: section.heading, maxlength: MAX_HEADING })}
      ${areaField({ name: `text-${section.id}`, label: t('documents.field.text'), hint: t(`documents.below.${section.id}`) }, { value: section.text, rows: 4, maxlength: MAX_TEXT })}
      ${checkField({ name: `shown-${section.id}`, label: t('documents.field.shown'), checked: section.shown })}
      <div class="button-row">
        <button type="button" class="button button--small" data-move="-1" ${attributes({ id: `up-${section.id}`, disabled: at === 0 })}>${t('documents.up')}<span class="visually-hidden"> ${section.heading}</span></button>
        <button type="button" class="button button--small" data-move="1" ${attributes({ id: `down-${section.id}`, disabled: at === sections.length - 1 })}>${t('documents.down')}<span class="visually-hidden"> ${section.heading}</span></button>
      </div>
    </fieldset>`)}`;
}

/** What the fields of the sections say now, in the order they stand on the page. */
export function writtenSections(form) {
  return [...form.querySelectorAll('[data-section]')].map((fieldset) => {
    const { section: id } = fieldset.dataset;
    const value = (name) => fieldset.querySelector(`[name="${CSS.escape(`${name}-${id}`)}"]`);
    return { id, heading: value('heading').value, text: value('text').value, shown: value('shown').checked };
  });
}

/** Names faults of sections (`sections.2.heading`) as the form's fields are called. */
export function sectionErrors(errors, sections) {
  return errors.map((error) => {
    const [, at, name] = /^sections\.(\d+)\.(heading|text)$/.exec(error.field ?? '') ?? [];
    return at === undefined ? error : { ...error, field: `${name}-${sections[Number(at)]?.id}` };
  });
}
