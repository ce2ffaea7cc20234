/** The card on one sheet of paper: the problem, the picture of what contributes, and the hypotheses as a table. */
import { formatInstant } from '../../lib/format.js';
import { html } from '../../lib/html.js';
import { verdictChip } from './verdictChip.js';

const PROBLEM = ['what', 'where', 'when', 'who'];

/**
 * @param {object} card
 * @param {{spot: object, meta: object, version: number, picture: object}} about `picture` is markup of the diagram
 */
export function causeSheet(card, { spot, meta, version, picture }, app) {
  const { t } = app;
  return html`
    <header class="cause-sheet__head"><p class="cause-sheet__title">${t('cause.sheetTitle', { name: spot.name })}</p>
      <p>${meta.updatedAt ? t('cause.savedBy', { who: meta.updatedBy, when: formatInstant(meta.updatedAt), version: String(version) }) : t('cause.neverSaved')}${spot.invented ? ` ${t('figures.invented')}` : ''}</p></header>
    <dl class="cause-sheet__problem">${PROBLEM.map((name) => html`<div><dt>${t(`problem.${name}`)}</dt><dd>${card.problem[name] || '–'}</dd></div>`)}</dl>
    ${card.types.length > 0 && html`<p>${card.types.map((code) => app.typeName(code)).join(', ')}</p>`}
    <div class="cause-sheet__picture">${picture}</div>
    ${card.hypotheses.length > 0 && html`
      <table class="table table--small">
        <caption class="visually-hidden">${t('hypotheses.title')}</caption>
        <thead><tr><th scope="col">${t('hypothesis.words')}</th><th scope="col">${t('hypothesis.perspective')}</th><th scope="col">${t('hypothesis.verdict')}</th><th scope="col">${t('hypothesis.ground')}</th><th scope="col">${t('hypothesis.test')}</th></tr></thead>
        <tbody>${card.hypotheses.map((each) => html`<tr><th scope="row">${each.words}</th><td>${t(`cause.side.${each.perspective}`)}</td><td>${verdictChip(each.verdict, t)}</td><td>${each.ground}</td><td>${each.test}</td></tr>`)}</tbody>
      </table>`}
    ${card.participants.length > 0 && html`<p>${t('cause.part.participants')}: ${card.participants.join(', ')}</p>`}`;
}
