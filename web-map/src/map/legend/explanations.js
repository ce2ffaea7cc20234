/** What the symbols of each layer mean. A symbol is a canvas that `symbolCanvas.js` draws as the map draws it. */
import { attributes, html } from '../lib/html.js';

const symbol = (data) => html`<canvas ${attributes({ class: 'symbol', 'data-symbol': data, 'aria-hidden': 'true' })}></canvas>`;
const row = (data, text) => html`<li>${symbol(data)}<span>${text}</span></li>`;
const list = (rows, look = '') => html`<ul class="legend__symbols ${look}">${rows}</ul>`;

const EXPLANATIONS = {
  measures: (t) =>
    list(
      [
        ...['proposed', 'decided', 'in-progress', 'done', 'followed-up', 'closed'].map((status) => row(`measure ${status}`, t(`measure.status.${status}`))),
        row('measure overdue', t('legend.overdue')),
      ],
      'legend__symbols--two',
    ),
  reports: (t) => html`${list([row('report waiting', t('legend.reportWaiting')), row('report decided', t('legend.reportDecided'))], 'legend__symbols--two')}<p class="legend__note">${t('legend.reports')}</p>`,
  unsafe: (t) => list([row('unsafe', t('legend.unsafe')), row('safe', t('legend.safe'))], 'legend__symbols--two'),
  incidents: (t) => html`${list([row('incident 1', '1'), row('incident 10', '10'), row('incident 50', '50')], 'legend__symbols--line')}<p class="legend__note">${t('legend.incidents')}</p>${list([row('band', t('legend.incidentShapes'))])}`,
  waves: (t) => list([row('wave open', t('legend.waveOpen')), row('wave other', t('legend.waveOther'))], 'legend__symbols--two'),
  hotspots: (t) =>
    html`${list([row('hotspot crime', t('legend.crimeHotspot')), row('hotspot disorder', t('legend.disorderHotspot')), row('hotspot unsafety', t('legend.unsafetyHotspot'))])}
    ${list(['new', 'growing', 'persistent', 'fading'].map((status) => row(`status ${status}`, t(`status.${status}`))), 'legend__symbols--two')}
    <p class="legend__note">${t('legend.rank')}</p>`,
};

/** The explanation of one layer, or nothing for a layer that needs none. */
export function explanationOf(name, t) {
  return EXPLANATIONS[name]?.(t);
}
