/** "Visa hur": every number's formula and where it comes from, and what another person needs to find the same. */
import { formatNumber } from '../../lib/format.js';
import { html } from '../../lib/html.js';

const METHODS = ['res', 'wdq', 'wdd', 'design', 'comparison', 'survey'];

export function methodWords(result, { t, locale }) {
  const { parameters, windows } = result;
  return html`
    <details class="disclosure">
      <summary>${t('followup.how')}</summary>
      <div class="disclosure__body">
        <dl class="follow-methods">
          ${METHODS.map((method) => html`<dt>${t(`followup.how.${method}`)}</dt><dd>${t(`followup.how.${method}.text`)} <cite>${t(`followup.how.${method}.source`)}</cite></dd>`)}
        </dl>
        <dl class="facts">
          ${fact(t('followup.fact.before'), span(windows.before))}
          ${fact(t('followup.fact.leftOut'), span(windows.leftOut))}
          ${fact(t('followup.fact.after'), span(windows.after))}
          ${fact(t('followup.fact.data'), `${windows.dataFrom}–${windows.dataTo}`)}
          ${fact(t('followup.field.reach'), `${formatNumber(parameters.reach, locale, 1)} m`)}
          ${fact(t('followup.field.widths'), `${parameters.widths.map((width) => formatNumber(width, locale, 1)).join(', ')} m`)}
          ${fact(t('followup.fact.types'), parameters.types.length ? parameters.types.join(', ') : t('followup.fact.allTypes'))}
          ${fact(t('followup.fact.datasets'), parameters.datasets.map(({ name }) => name).join(', '))}
          ${fact(t('followup.fact.chosenBy'), t(`followup.chosenBy.${parameters.chosenBy}`))}
          ${fact(t('explain.hash'), html`<code>${result.dataHash}</code>`)}
          ${fact(t('explain.seed'), result.seed)}
          ${fact(t('explain.version'), result.version)}
        </dl>
      </div>
    </details>`;
}

function span(months) {
  if (months.length === 0) return '–';
  return months.length === 1 ? months[0] : `${months[0]}–${months[months.length - 1]} (${months.length})`;
}

function fact(name, value) {
  return html`<div class="facts__row"><dt>${name}</dt><dd>${value}</dd></div>`;
}
