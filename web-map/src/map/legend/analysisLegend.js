/** What the colours of the open analysis mean, each class with how many places it has. */
import { classesOf } from '../lib/analysisClasses.js';
import { classWords, methodName, nameWords, plainNumber } from '../lib/analysisWords.js';
import { attributes, html } from '../lib/html.js';

/** The markup below the layer's name, or null while there is nothing to explain. */
export function analysisLegend({ analysisRun, t }) {
  const { body, method } = analysisRun.value;
  if (!body) return null;
  const { column, classes } = classesOf(analysisRun.features);
  if (classes.length === 0) return html`<p class="legend__note">${t('analysis.legend.noPlaces', { name: methodName(method, t) })}</p>`;
  return html`
    <p class="legend__note"><strong>${methodName(method, t)}</strong>${column && classes[0].from !== undefined && html` · ${nameWords(column, t)}`}</p>
    <ul class="legend__symbols">${classes.map((each) => html`
      <li><canvas ${attributes({ class: 'symbol', 'data-symbol': `analysis ${each.key}`, 'aria-hidden': 'true' })}></canvas>
        <span>${wordsOf(each, t)} <span class="legend__count">${t('analysis.legend.count', { count: each.count })}</span></span></li>`)}
    </ul>`;
}

function wordsOf({ key, from, to }, t) {
  if (from === undefined) return classWords(key, t);
  const [low, high] = [plainNumber(from, t.locale), plainNumber(to, t.locale)];
  return low === high ? low : `${low}–${high}`;
}
