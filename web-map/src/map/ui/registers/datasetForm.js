/** The form of one data set: what it is called, whose it is, on what ground, who may see it and which days it covers. */
import { attributes, html, on } from '../../lib/html.js';
import { areaField, checkField, showErrors, textField } from '../fields.js';

/** Roles that may see rows of data at all, so that only they can be let in or kept out. */
const SEEING_ROLES = ['est-member', 'est-coordinator', 'planner', 'steering', 'communicator'];

export class DatasetForm {
  #t;

  /** @param {object} dataset as `/api/datasets` has it */
  constructor(t, dataset) {
    this.#t = t;
    this.dataset = dataset;
  }

  markup() {
    const t = this.#t;
    const { name, owner, source, legalNote, coversFrom, coversTo, kind } = this.dataset;
    return html`
      <form id="dataset-form" class="form" novalidate>
        ${textField({ name: 'name', label: t('column.name'), required: true }, { value: name, maxlength: 200, autocomplete: 'off' })}
        <div class="form__pair">
          ${textField({ name: 'owner', label: t('datasets.owner'), hint: t('datasets.ownerHint') }, { value: owner, maxlength: 200, autocomplete: 'organization' })}
          ${textField({ name: 'source', label: t('import.source'), hint: t('datasets.sourceHint') }, { value: source, maxlength: 400, autocomplete: 'off' })}
        </div>
        ${areaField({ name: 'legalNote', label: t('datasets.legalNote'), hint: t('datasets.legalNoteHint') }, { value: legalNote, rows: 3, maxlength: 1000 })}
        <fieldset class="group">
          <legend class="group__title">${t('datasets.covers')}</legend>
          <p class="field__hint">${t('datasets.coversHint')}</p>
          <div class="form__pair">
            ${textField({ name: 'coversFrom', label: t('datasets.coversFrom') }, { type: 'date', value: coversFrom ?? '' })}
            ${textField({ name: 'coversTo', label: t('datasets.coversTo') }, { type: 'date', value: coversTo ?? '' })}
          </div>
        </fieldset>
        ${kind === 'base' ? html`<p class="muted">${t('datasets.baseForAll')}</p>` : this.#visibility()}
      </form>`;
  }

  #visibility() {
    const t = this.#t;
    const { visibleTo } = this.dataset;
    return html`
      <fieldset class="group" data-field="visibleTo" aria-describedby="field-visibleTo-error">
        <legend class="group__title">${t('datasets.visibleTo')}</legend>
        <p class="field__hint">${t('datasets.visibleToHint')}</p>
        ${checkField({ name: 'everybody', label: t('datasets.everybody'), hint: t('datasets.everybodyHint'), checked: visibleTo.length === 0 })}
        <div id="dataset-roles" ${attributes({ hidden: visibleTo.length === 0 })}>
          ${SEEING_ROLES.map((role) => checkField({ name: `role-${role}`, label: t(`role.${role}`), checked: visibleTo.includes(role) }))}
        </div>
        <p class="field__error" id="field-visibleTo-error" hidden></p>
      </fieldset>`;
  }

  /** Roles are asked for only when not everybody may see the rows. */
  open(root) {
    on(root, 'change', '[name="everybody"]', (event, box) => {
      root.querySelector('#dataset-roles').hidden = box.checked;
    });
  }

  /** What is written, the way the service takes it. */
  read(form) {
    const data = new FormData(form);
    const text = (field) => (data.get(field) ?? '').trim();
    const everybody = data.has('everybody') || this.dataset.kind === 'base';
    return {
      name: text('name'),
      owner: text('owner'),
      source: text('source'),
      legalNote: text('legalNote'),
      visibleTo: everybody ? [] : SEEING_ROLES.filter((role) => data.has(`role-${role}`)),
      coversFrom: text('coversFrom') || null,
      coversTo: text('coversTo') || null,
    };
  }

  /** Writes the service's errors at their fields; answers those that no field stands for. */
  show(form, errors) {
    return showErrors(form, errors);
  }

  /** A saved state on one line. */
  inWords({ name, owner, source, legalNote, visibleTo, coversFrom, coversTo }) {
    const t = this.#t;
    const who = visibleTo.length ? t('datasets.onlyFor', { roles: visibleTo.map((role) => t(`role.${role}`)).join(', ') }) : t('datasets.everybody');
    return [name, owner, source, legalNote, who, coversFrom || coversTo ? `${coversFrom ?? '…'} – ${coversTo ?? '…'}` : ''].filter(Boolean).join(' · ');
  }
}
