/** Who has saved what when, the newest first, folded away until somebody asks. */
import { html } from '../../lib/html.js';
import { formatInstant } from '../../lib/format.js';

/**
 * @param {{savedAt: string, savedBy: string, state: object}[]} states
 * @param {(state: object, change: object) => string} inWords a saved state on one line
 * @param {(change: object, index: number) => ?object} [more] what stands after a line, such as a button
 */
export function changeHistory(states, t, inWords, more = () => null) {
  if (states.length === 0) return html`<p class="muted">${t('registers.noHistory')}</p>`;
  return html`
    <details class="section">
      <summary>${t('registers.history', { count: states.length })}</summary>
      <ol class="plain history">${states.map((change, index) => html`<li><span class="muted">${formatInstant(change.savedAt)} ${change.savedBy}</span><br>${inWords(change.state, change)} ${more(change, index)}</li>`)}</ol>
    </details>`;
}
