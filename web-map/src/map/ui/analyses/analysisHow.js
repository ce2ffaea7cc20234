/** "Visa hur": everything another person needs to find the same: method, settings and why, rows used and not, seed, hash. */
import { methodName, nameWords, valueWords } from '../../lib/analysisWords.js';
import { unitWords } from '../../lib/analysisSettings.js';
import { formatNumber } from '../../lib/format.js';
import { html } from '../../lib/html.js';

export function analysisHow(body, app) {
  const { t, locale } = app;
  const number = (value) => formatNumber(value, locale, 0);
  return html`
    <details class="disclosure" id="analysis-how">
      <summary>${t('explain.show')}</summary>
      <div class="disclosure__body">
        <dl class="facts">
          ${fact(t('explain.method'), methodName(body.method, t))}
          ${body.parameters.length > 0 && fact(t('explain.parameters'), parameters(body.parameters, app))}
          ${body.n > 0 && fact(t('explain.used'), t('explain.usedOf', { used: body.used, n: body.n }))}
          ${body.excluded.length > 0 && fact(t('explain.excluded'), html`<ul class="plain">${body.excluded.map(({ reason, count }) => html`<li>${number(count)} ${t.has(`excluded.${reason}`) ? t(`excluded.${reason}`) : reason}</li>`)}</ul>`)}
          ${body.snapped && fact(t('explain.snapped'), t('explain.snappedWhy', { distinct: body.distinct }))}
          ${fact(t('explain.crs'), body.crs)}
          ${body.dataHash && fact(t('explain.hash'), html`<code>${body.dataHash}</code>`)}
          ${fact(t('explain.seed'), body.seed)}
          ${fact(t('explain.version'), body.softwareVersion)}
          ${body.computedMillis !== undefined && fact(t('analysis.computedIn'), t('analysis.millis', { millis: Math.round(body.computedMillis) }))}
        </dl>
      </div>
    </details>`;
}

function fact(name, value) {
  if (value === null || value === undefined || value === '') return null;
  return html`<div class="facts__row"><dt>${name}</dt><dd>${value}</dd></div>`;
}

/** Types of incidents are told by their names, not by their codes. */
function valueOf({ name, value }, app) {
  if (name !== 'types' || typeof value !== 'string') return valueWords(name, value, app.t);
  return value.split(',').map((code) => app.typeName(code) ?? code).join(', ');
}

function parameters(list, app) {
  const { t } = app;
  return html`<ul class="plain parameters">${list.map(({ name, value, unit, automatic, why }) => html`
    <li><strong>${nameWords(name, t)}: ${valueOf({ name, value }, app)}${unit && ` ${unitWords(unit, t)}`}</strong>
      <span class="muted">${t(automatic ? 'explain.automatic' : 'explain.chosen')} ${why}</span></li>`)}</ul>`;
}
