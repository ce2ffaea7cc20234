/**
 * What became of a file: every row is placed, uncertain or rejected, and what went wrong is told by line with what to
 * do about it.
 */
import { html } from '../lib/html.js';
import { formatNumber } from '../lib/format.js';
import { notice } from './fields.js';
import { icon } from './icons.js';

/** Problems shown in the page; the rest are in the file to download. */
const PROBLEMS_SHOWN = 20;

/** @param {object} report as `/api/imports/{id}` answers it */
export function importReport(report, { t, locale }) {
  const number = (value) => formatNumber(value ?? 0, locale, 0);
  return html`
    ${outcome(report, t)}
    <dl class="figures figures--sum">
      <div><dt>${t('import.rows')}</dt><dd>${number(report.rows)}</dd></div>
      <div class="figures__equals"><dt>${t('import.placed')}</dt><dd>${number(report.placed)}</dd></div>
      <div class="figures__plus"><dt>${t('import.uncertain')}</dt><dd>${number(report.uncertain)}</dd></div>
      <div class="figures__plus"><dt>${t('import.rejected')}</dt><dd>${number(report.rejected)}</dd></div>
    </dl>
    ${report.duplicates > 0 && html`<p>${t('import.duplicates', { count: report.duplicates })}</p>`}
    ${report.rejected + report.uncertain > 0 && html`<p class="muted">${t('import.uncertainWhy')}</p>`}
    <dl class="facts">
      ${fact(t('import.kind'), report.kind && t(`kind.${report.kind}`))}
      ${fact(t('import.crs'), report.crs && html`${report.crs} <span class="muted">${report.crsWhy}</span>`)}
      ${fact(t('import.mapping'), mapping(report.mapping, t))}
    </dl>
    ${unknownTypes(report.unknownTypes, t)}
    ${problems(report, t, number)}`;
}

function outcome(report, t) {
  if (report.state === 'complete') return notice(report.placed > 0 ? 'success' : 'warning', t('import.complete', { file: report.fileName, dataset: report.datasetName ?? '' }));
  if (report.state === 'cancelled') return notice('info', t('import.cancelled'));
  if (report.state === 'withdrawn') return notice('info', t('import.withdrawn'));
  return notice('danger', t('import.failed', { file: report.fileName }));
}

function fact(name, value) {
  return value ? html`<div class="facts__row"><dt>${name}</dt><dd>${value}</dd></div>` : null;
}

function mapping(columns, t) {
  const pairs = Object.entries(columns ?? {});
  if (pairs.length === 0) return null;
  return html`<ul class="plain">${pairs.map(([field, column]) => html`<li>${t.has(`importField.${field}`) ? t(`importField.${field}`) : field} ← <code>${column}</code></li>`)}</ul>`;
}

function unknownTypes(types, t) {
  if (!(types?.length > 0)) return null;
  return html`
    <section class="section">
      <h3 class="section__title">${t('import.unknownTypes')}</h3>
      <p>${t('import.unknownTypesWhy')}</p>
      <ul class="plain">${types.map(({ value, count }) => html`<li><q>${value}</q> <span class="muted">${t('import.times', { count })}</span></li>`)}</ul>
    </section>`;
}

function problems(report, t, number) {
  const list = report.problems ?? [];
  if (list.length === 0) return null;
  const all = (report.problemCounts ?? []).reduce((sum, { count }) => sum + count, 0) || list.length;
  return html`
    <section class="section">
      <h3 class="section__title">${t('import.problems', { count: all })}</h3>
      <div class="table-scroll" tabindex="0" role="region" aria-label="${t('import.problems', { count: all })}">
        <table class="table table--small">
          <caption class="visually-hidden">${t('import.problems', { count: all })}</caption>
          <thead><tr><th scope="col" class="table__number">${t('import.line')}</th><th scope="col">${t('import.field')}</th><th scope="col">${t('import.value')}</th><th scope="col">${t('import.reason')}</th></tr></thead>
          <tbody>${list.slice(0, PROBLEMS_SHOWN).map((problem) => html`
            <tr><td class="table__number">${problem.line}</td><td>${t.has(`importField.${problem.field}`) ? t(`importField.${problem.field}`) : problem.field}</td><td><code>${problem.value}</code></td><td>${problem.reason} ${problem.remedy && html`<span class="muted">${problem.remedy}</span>`}</td></tr>`)}
          </tbody>
        </table>
      </div>
      <p class="downloads">${all > PROBLEMS_SHOWN && html`${t('import.firstShown', { shown: Math.min(PROBLEMS_SHOWN, list.length), count: number(all) })} `}
        ${icon('download')} <a href="/api/imports/${encodeURIComponent(report.id)}/problems.csv" download>${t('import.problemsFile')}</a></p>
    </section>`;
}
