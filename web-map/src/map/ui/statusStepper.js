/**
 * Where a measure is in its flow, as one choice among the steps; the steps it cannot take now are shown but cannot be
 * chosen, so that the whole way is in sight.
 */
import { attributes, html } from '../lib/html.js';
import { allowedStatuses, MEASURE_STATUSES } from '../lib/measureFlow.js';

/**
 * A fieldset with one radio button per status, named `status`.
 * @param {?{status: string, doneOn: ?string}} before what the service has; null for a new measure
 * @param {string} chosen
 */
export function statusStepper(before, chosen, t) {
  const allowed = allowedStatuses(before?.status ?? null, Boolean(before?.doneOn));
  const at = MEASURE_STATUSES.indexOf(chosen);
  return html`
    <fieldset class="group" data-field="status">
      <legend class="group__title">${t('field.status')}</legend>
      <div class="stepper">
        ${MEASURE_STATUSES.map((status, i) => html`
          <div class="stepper__step ${i <= at ? 'stepper__step--taken' : ''}">
            <input class="stepper__radio" type="radio" name="status" ${attributes({ id: `status-${status}`, value: status, checked: status === chosen, disabled: !allowed.includes(status) })}>
            <label class="stepper__label" for="status-${status}">${t(`measure.status.${status}`)}</label>
          </div>`)}
      </div>
      <p class="field__error" hidden></p>
    </fieldset>`;
}
