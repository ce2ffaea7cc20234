/** Why the gate does not let a release through: the rule, the areas, and the way out of each. */
import { html } from '../../lib/html.js';
import { icon } from '../icons.js';
import { inLanguage } from './publicationOptions.js';

export function gateRefusals(refusals, { t, locale }) {
  return html`
    <ul class="refusals">${refusals.map(
      ({ rule, text, areas, numbers, wayOut, published }) => html`
        <li class="refusals__one">
          <h4 class="refusals__rule">${icon('alert')} ${t.has(`publish.rule.${rule}`) ? t(`publish.rule.${rule}`) : rule}</h4>
          <p>${inLanguage(text, locale)}</p>
          ${areas?.length > 0 && html`<p><strong>${t('publish.refusedAreas')}</strong> ${areas.join(', ')}</p>`}
          ${numbers?.length > 0 && html`<p class="muted">${t('publish.refusedNumbers', { names: numbers.join(', ') })}</p>`}
          ${published && html`<p class="muted">${t('publish.refusedAgainst')} <a href="#page=publish&amp;item=${published.id}">${published.slug}</a></p>`}
          ${wayOut && html`<p class="refusals__out"><strong>${t('publish.wayOut')}</strong> ${inLanguage(wayOut, locale)}</p>`}
        </li>`,
    )}</ul>`;
}
