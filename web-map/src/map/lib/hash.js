/**
 * The address of a view: everything that decides what is on the screen, as text after '#', and back.
 * Unknown keys are dropped and impossible values fall back to the default: an old or hand-written link never breaks
 * the page.
 *
 *     #map=14/58.0777/13.0221&from=2026-01-01&to=2026-12-31&types=SKA,KLO&group=g1&datasets=1,2&stream=crime
 *     &hotspot=c-1a2b&measure=17&analysis=gi-star&set=cell:500,fdr:true&panel=analyses&layers=base,hotspots,heat:60
 *     &heat=bandwidth:500,edge:diggle&lang=en&page=meeting&item=12/agenda
 *
 * `group` names the place that is looked at, so that a link leads there also when another place has got newer data;
 * `datasets` which of its datasets, when not all. `analysis` names the analysis that lies on the map and `set` what the reader has chosen of its settings; `panel` names
 * the list the panel shows, when that is not what the rest of the address would open; `heat` how the heat surface is made;
 * `page` the page that lies over the map, and `item` which part of it.
 */
import { decodeHeat, encodeHeat } from './heatForm.js';

export const STREAMS = ['all', 'crime', 'disorder', 'unsafety'];
export const LANGUAGES = ['sv', 'en'];

export const PANELS = ['hotspots', 'measures', 'analyses', 'inbox'];

/** Layers from bottom to top with the opacity (0..1) they start with; 0 = off from the start. */
export const LAYER_DEFAULTS = Object.freeze({
  base: 1,
  heat: 0,
  analysis: 1,
  waves: 1,
  hotspots: 1,
  incidents: 1,
  unsafe: 1,
  reports: 1,
  measures: 1,
});

/** What the page shows before anyone has chosen anything. Empty lists mean "no restriction". */
export const DEFAULT_STATE = Object.freeze({
  map: null,
  from: null,
  to: null,
  types: Object.freeze([]),
  group: null,
  datasets: Object.freeze([]),
  stream: 'all',
  hotspot: null,
  measure: null,
  analysis: null,
  set: Object.freeze({}),
  panel: null,
  page: null,
  item: null,
  layers: LAYER_DEFAULTS,
  heat: Object.freeze({}),
  lang: null,
});

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const ID = /^[\w.:-]{1,80}$/;
const PAGE = /^[a-z][a-z-]{0,20}$/;
const GROUP = /^g\d{1,18}$/;
const ITEM = /^[\w.:/-]{1,120}$/;
const METHOD = /^[a-z][a-z0-9-]{0,40}$/;
const SETTING = /^[A-Za-z]\w{0,40}$/;
const SETTING_LENGTH = 200;

/** Writes the parts of `state` that differ from the default; an untouched view has an empty address. */
export function encodeHash(state) {
  const parts = [];
  if (state.map) {
    const { zoom, lat, lon } = state.map;
    parts.push(`map=${round(zoom, 2)}/${round(lat, 5)}/${round(lon, 5)}`);
  }
  for (const key of ['from', 'to']) if (state[key]) parts.push(`${key}=${state[key]}`);
  if (state.types.length) parts.push(`types=${state.types.join(',')}`);
  if (state.group) parts.push(`group=${state.group}`);
  if (state.datasets.length) parts.push(`datasets=${state.datasets.join(',')}`);
  if (state.stream !== 'all') parts.push(`stream=${state.stream}`);
  for (const key of ['hotspot', 'measure']) if (state[key]) parts.push(`${key}=${encodeURIComponent(state[key])}`);
  if (state.analysis) parts.push(`analysis=${state.analysis}`);
  const chosen = state.analysis ? encodeSettings(state.set) : '';
  if (chosen) parts.push(`set=${chosen}`);
  if (state.panel) parts.push(`panel=${state.panel}`);
  if (state.page) parts.push(`page=${state.page}`);
  if (state.page && state.item) parts.push(`item=${encodeURIComponent(state.item)}`);
  const layers = encodeLayers(state.layers);
  if (layers !== encodeLayers(LAYER_DEFAULTS)) parts.push(`layers=${layers}`);
  const heat = encodeHeat(state.heat);
  if (heat) parts.push(`heat=${heat}`);
  if (state.lang) parts.push(`lang=${state.lang}`);
  return parts.length ? `#${parts.join('&')}` : '';
}

/** Reads an address (with or without '#') into a complete state. */
export function decodeHash(hash) {
  const state = { ...DEFAULT_STATE };
  for (const part of String(hash).replace(/^#/, '').split('&')) {
    const at = part.indexOf('=');
    if (at > 0) Object.assign(state, decodePart(part.slice(0, at), decode(part.slice(at + 1))));
  }
  return state;
}

function decodePart(key, value) {
  switch (key) {
    case 'map':
      return { map: decodeMap(value) };
    case 'from':
    case 'to':
      return { [key]: DAY.test(value) ? value : null };
    case 'types':
    case 'datasets':
      return { [key]: value.split(',').filter((id) => ID.test(id)) };
    case 'group':
      return { group: GROUP.test(value) ? value : null };
    case 'stream':
      return { stream: STREAMS.includes(value) ? value : 'all' };
    case 'hotspot':
    case 'measure':
      return { [key]: ID.test(value) ? value : null };
    case 'analysis':
      return { analysis: METHOD.test(value) ? value : null };
    case 'set':
      return { set: decodeSettings(value) };
    case 'panel':
      return { panel: PANELS.includes(value) ? value : null };
    case 'page':
      return { page: PAGE.test(value) ? value : null };
    case 'item':
      return { item: ITEM.test(value) ? value : null };
    case 'layers':
      return { layers: decodeLayers(value) };
    case 'heat':
      return { heat: decodeHeat(value) };
    case 'lang':
      return { lang: LANGUAGES.includes(value) ? value : null };
    default:
      return {};
  }
}

function decodeMap(value) {
  const [zoom, lat, lon] = value.split('/').map(Number);
  const possible = zoom >= 0 && zoom <= 22 && Math.abs(lat) <= 85.06 && Math.abs(lon) <= 180;
  return possible ? { zoom, lat, lon } : null;
}

/** `cell:500,bands:100;200`: a comma inside a value is written as a semicolon. */
function encodeSettings(set) {
  return Object.entries(set)
    .map(([name, value]) => `${name}:${encodeURIComponent(String(value).replaceAll(',', ';')).replaceAll('%3B', ';')}`)
    .join(',');
}

function decodeSettings(value) {
  const set = {};
  for (const part of value.split(',')) {
    const at = part.indexOf(':');
    const [name, text] = [part.slice(0, at), part.slice(at + 1).replaceAll(';', ',')];
    if (at > 0 && SETTING.test(name) && text && text.length <= SETTING_LENGTH) set[name] = text;
  }
  return set;
}

function encodeLayers(layers) {
  return Object.entries(layers)
    .filter(([, opacity]) => opacity > 0)
    .map(([name, opacity]) => (opacity === 1 ? name : `${name}:${Math.round(opacity * 100)}`))
    .join(',');
}

function decodeLayers(value) {
  const layers = Object.fromEntries(Object.keys(LAYER_DEFAULTS).map((name) => [name, 0]));
  for (const part of value.split(',')) {
    const [name, percent = '100'] = part.split(':');
    const opacity = Number(percent) / 100;
    if (name in layers && opacity > 0 && opacity <= 1) layers[name] = opacity;
  }
  return layers;
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

function round(value, decimals) {
  return Number(value.toFixed(decimals));
}
