/** Places to compare with, the best first, with why; several may be ticked and are counted together. None is an answer too. */
import { attributes, html } from '../../lib/html.js';
import { formatNumber } from '../../lib/format.js';

const SIGNS = { good: '●', fair: '◐', poor: '○', unfit: '✕' };
const SHOWN = 8;

/**
 * @param {{areas: object[], goodEnough: boolean}} found
 * @param {string[]} chosen ids
 */
export function comparisonPicker(found, chosen, { t, locale }) {
  const row = (area) => {
    const id = `compare-${area.id}`;
    const unfit = area.grade === 'unfit';
    return html`
      <li class="follow-pick">
        <input class="tick" type="checkbox" ${attributes({ id, name: 'comparison', value: area.id, checked: chosen.includes(area.id), disabled: unfit, 'aria-describedby': `${id}-why` })}>
        <label for="${id}"><span class="follow-grade follow-grade--${area.grade}"><span aria-hidden="true">${SIGNS[area.grade]}</span> ${t(`followup.grade.${area.grade}`)}</span>
          <b>${area.name || t('followup.unnamed')}</b> ${t(`followup.kind.${area.kind}`)}</label>
        <p class="follow-pick__why" id="${id}-why">${area.reasons.map((reason) => reason[locale]).join(' · ')}${area.correlation !== null && ` · ${t('followup.correlation', { r: formatNumber(Math.round(100 * area.correlation) / 100 || 0, locale, 2) })}`}</p>
      </li>`;
  };
  const rest = found.areas.slice(SHOWN);
  return html`
    <fieldset class="follow-picks" data-field="comparison">
      <legend>${t('followup.pick.legend')}</legend>
      <p class="field__hint">${found.goodEnough ? t('followup.pick.hint') : t('followup.pick.none')}</p>
      <p class="field__error" hidden></p>
      ${found.areas.length === 0 && html`<p class="empty">${t('followup.pick.empty')}</p>`}
      <ul class="follow-picks__list">${found.areas.slice(0, SHOWN).map(row)}</ul>
      ${rest.length > 0 && html`<details class="disclosure"><summary>${t('followup.pick.more', { count: rest.length })}</summary><ul class="follow-picks__list">${rest.map(row)}</ul></details>`}
    </fieldset>`;
}
