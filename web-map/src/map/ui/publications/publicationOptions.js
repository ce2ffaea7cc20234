/** What can be chosen for a publication, asked for once a visit of its page: years, groups, measures, walks and surveys. */
import { html, on, render } from '../../lib/html.js';
import { notice } from '../fields.js';

/** Reads the options for the datasets of a plan and gives them to `draw`; trouble is told in `root` with a way to try again. */
export async function withOptions(app, root, { datasets }, draw) {
  const { t, api } = app;
  render(root, html`<p class="muted" role="status">${t('loading')}</p>`);
  try {
    const { body } = await api.get('/api/publications/options', { parameters: { datasets: (datasets ?? []).join(',') } });
    if (root.isConnected) draw(body);
  } catch (error) {
    if (!root.isConnected) return;
    render(root, notice('danger', error.detail || t('publish.failed'), html`<button type="button" class="button" data-options-again>${t('publish.again')}</button>`));
    const stop = on(root, 'click', '[data-options-again]', () => {
      stop();
      withOptions(app, root, { datasets }, draw);
    });
  }
}

/** A text in the reader's language; Swedish where the other is missing. */
export function inLanguage(words, locale) {
  return words?.[locale] || words?.sv || '';
}
