/** What people wrote in surveys about a place, once approved: quotes, newest first, with what they felt. */
import { html, render } from '../lib/html.js';

const MOST = 10;
/** So far outside the outline a mark still belongs to the place, degrees: some 30 m. */
const MARGIN = 0.0003;

/** Fills `root` with the approved words inside the geometry; leaves it empty when there are none or they cannot be had. */
export async function showPlaceWords(root, geometry, { api, t }) {
  try {
    const { body } = await api.get('/api/survey-texts/approved', { parameters: { bbox: boxOf(geometry).join(',') }, supersede: 'place-words' });
    if (!root.isConnected || body.texts.length === 0) return;
    const texts = [...body.texts].reverse().slice(0, MOST);
    render(
      root,
      html`
        <h3 class="section__title">${t('texts.here')}</h3>
        <ul class="texts">${texts.map(({ words, safe, wave, day }) => html`
          <li><blockquote class="text-row__words">${words}</blockquote><p class="muted">${t(safe ? 'texts.safe' : 'texts.unsafe')} · ${wave.title} · ${day}</p></li>`)}</ul>
        ${body.texts.length > MOST && html`<p class="muted">${t('texts.more', { count: body.texts.length - MOST })}</p>`}`,
    );
  } catch {
    // the hotspot says enough without them
  }
}

function boxOf({ coordinates }) {
  const flat = coordinates.flat(Infinity);
  const lons = flat.filter((_, i) => i % 2 === 0);
  const lats = flat.filter((_, i) => i % 2 === 1);
  return [Math.min(...lons) - MARGIN, Math.min(...lats) - MARGIN, Math.max(...lons) + MARGIN, Math.max(...lats) + MARGIN];
}
