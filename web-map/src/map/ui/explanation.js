/**
 * "Visa hur": how a hotspot was found, with every number another person needs to find the same one.
 */
import { html } from '../lib/html.js';
import { formatNumber } from '../lib/format.js';

/** Each setting of the method with its unit; other settings are shown as they are. */
const UNITS = { eps: 'm', bandwidth: 'm', cell: 'm' };
/** Told in the sentence about where the settings come from, not among them. */
const NOT_SETTINGS = ['automatic', 'whySv', 'whyEn'];

/**
 * @param {object} analysis as `/api/hotspots` answers it, for the hotspot's own stream
 * @param {{t: Function, locale: string}} words
 */
export function explanation(analysis, { t, locale }) {
  if (!analysis) return null;
  const { parameters = {}, excluded = [], advice = [] } = analysis;
  return html`
    <details class="disclosure">
      <summary>${t('explain.show')}</summary>
      <div class="disclosure__body">
        <p>${sentenceOf(analysis, locale)}</p>
        ${advice.length > 0 && html`<ul>${advice.map((each) => html`<li>${each[locale]}</li>`)}</ul>`}
        <dl class="facts">
          ${fact(t('explain.method'), t.has(`method.${analysis.method}`) ? t(`method.${analysis.method}`) : analysis.method)}
          ${fact(t('explain.parameters'), settings(parameters, t, locale))}
          ${fact(t('explain.why'), whyOf(parameters, t, locale))}
          ${fact(t('explain.used'), t('explain.usedOf', { used: analysis.used, n: analysis.n }))}
          ${excluded.length > 0 && fact(t('explain.excluded'), html`<ul class="plain">${excluded.map(({ reason, count }) => html`<li>${formatNumber(count, locale, 0)} ${t.has(`excluded.${reason}`) ? t(`excluded.${reason}`) : reason}</li>`)}</ul>`)}
          ${fact(t('explain.noise'), formatNumber(analysis.noise, locale, 0))}
          ${analysis.snapped && fact(t('explain.snapped'), t('explain.snappedWhy', { distinct: analysis.distinct }))}
          ${fact(t('explain.crs'), analysis.crs)}
          ${fact(t('explain.hash'), html`<code>${analysis.dataHash}</code>`)}
          ${fact(t('explain.seed'), analysis.seed)}
          ${fact(t('explain.version'), analysis.softwareVersion)}
        </dl>
      </div>
    </details>`;
}

/** The method in one sentence, in the reader's language. */
export function sentenceOf(analysis, locale) {
  return locale === 'en' ? analysis.sentenceEn : analysis.sentenceSv;
}

function fact(name, value) {
  if (value === null || value === undefined || value === '') return null;
  return html`<div class="facts__row"><dt>${name}</dt><dd>${value}</dd></div>`;
}

function settings(parameters, t, locale) {
  const shown = Object.entries(parameters).filter(([name, value]) => !NOT_SETTINGS.includes(name) && value !== null);
  return html`<ul class="plain">${shown.map(([name, value]) => html`<li>${t.has(`parameter.${name}`) ? t(`parameter.${name}`) : name}: ${
    typeof value === 'number' ? formatNumber(value, locale, 2) : String(value)}${UNITS[name] ? ` ${UNITS[name]}` : ''}</li>`)}</ul>`;
}

function whyOf(parameters, t, locale) {
  const why = locale === 'en' ? parameters.whyEn : parameters.whySv;
  return `${t(parameters.automatic ? 'explain.automatic' : 'explain.chosen')} ${why ?? ''}`;
}
