/**
 * The chain of a place: problem, cause, measure, effect. Each link has one line a step, and a link where there is nothing says
 * what is missing, for that is what the group most needs to see.
 */
import { formatMonth } from '../../lib/format.js';
import { html } from '../../lib/html.js';
import { icon } from '../icons.js';
import { statusChip, streamTag } from '../statusChip.js';

/** More months than this fold up: what has happened lately is what is read. */
const MOST_STEPS = 6;

export function chainView(chain, { app, hasPage }) {
  const { t, locale } = app;
  const whole = chain.stages.every(({ missing }) => !missing);
  return html`
    <section class="chain" aria-labelledby="chain-title" id="chain" tabindex="-1">
      <div class="chain__head">
        <h3 class="picture__heading" id="chain-title">${t('chain.title', { name: chain.spot.name })}</h3>
        ${streamTag(chain.spot.stream, t)} ${statusChip(chain.spot.status, t)}
        <button type="button" class="button button--small button--quiet" data-close-chain>${icon('close')} ${t('chain.close')}</button>
      </div>
      <p class="chain__lead">${t(whole ? 'chain.whole' : 'chain.broken', { month: formatMonth(chain.spot.firstMonth, locale) })}</p>
      <ol class="chain__stages">
        ${chain.stages.map((stage, i) => html`
          <li class="chain__stage ${stage.missing ? 'chain__stage--missing' : ''}">
            <h4 class="chain__name"><span class="chain__step" aria-hidden="true">${i + 1}</span> ${t(`chain.${stage.stage}`)}</h4>
            ${stage.missing ? html`<p class="chain__missing">${icon('alert')} ${say(stage.missing, locale)}</p>` : steps(stage, { t, locale, hasPage })}
            ${stage.start && hasPage(stage.start.page) && html`<p><a class="chain__start" href="#page=${stage.start.page}&item=${stage.start.item}" data-page="${stage.start.page}" data-page-item="${stage.start.item}">${t(`chain.start.${stage.stage}`)}</a></p>`}
          </li>`)}
      </ol>
      <div class="button-row">
        <button type="button" class="button button--small" data-to-map>${icon('point')} ${t('chain.toMap')}</button>
        ${hasPage('meeting') && html`<a class="button button--small" href="#page=meeting" data-page="meeting">${t('chain.toMeeting')}</a>`}
      </div>
    </section>`;
}

function steps({ steps: all }, words) {
  const late = all.slice(-MOST_STEPS);
  const early = all.slice(0, -MOST_STEPS);
  return html`
    ${early.length > 0 && html`<details><summary>${words.t('chain.earlier', { count: early.length })}</summary>${list(early, words)}</details>`}
    ${list(late, words)}`;
}

function list(all, { t, locale, hasPage }) {
  return html`<ul class="chain__lines">${all.map((step) => html`
    <li class="chain__line chain__line--${step.kind}"><span class="chain__on">${when(step.on, locale)}</span>
      ${step.link && (step.link.page === 'picture' || hasPage(step.link.page))
        ? html`<a href="#page=${step.link.page}&item=${step.link.item}" data-page="${step.link.page}" data-page-item="${step.link.item}">${say(step.said, locale)}</a>`
        : say(step.said, locale)}</li>`)}</ul>`;
}

function when(on, locale) {
  return on.length === 7 ? formatMonth(on, locale, 'short') : on;
}

function say(said, locale) {
  return locale === 'en' ? said.en : said.sv;
}
