/**
 * The table of an area check as data: for each question one cell for each side (the area, the alternative), the
 * municipality's own figure, all with the interval and the verdict. `t` gives words, `locale` how numbers are written.
 * Pure functions.
 *
 * A row is { key, label, cells: [{ value, note, verdict }], municipality, change? }; `note` is the interval or what else
 * belongs to the figure, `verdict` a code or null, and `change` tells that the verdict is about time.
 */
import { formatLength, formatNumber, formatShare } from './format.js';

/** The groups of the table in reading order, each with its rows; a group without rows is left out. */
export function comparisonRows(sides, t, locale) {
  const words = { t, locale };
  return [
    { key: 'total', rows: totalRows(sides, words) },
    { key: 'types', rows: typeRows(sides, words) },
    { key: 'seasons', rows: seasonRows(sides, words) },
    { key: 'time', rows: timeRows(sides, words) },
    { key: 'places', rows: placeRows(sides, words) },
    { key: 'lighting', rows: lightingRows(sides, words) },
  ].filter(({ rows }) => rows.length > 0);
}

const SEASONS = ['winter', 'spring', 'summer', 'autumn'];

function totalRows(sides, words) {
  const { t, locale } = words;
  const rate = (value) => (known(value) ? formatNumber(value, locale, 1) : '–');
  const times = ({ ratioLow, ratioHigh }) => (known(ratioLow) && known(ratioHigh) ? t('areaCheck.times', { span: `${formatNumber(ratioLow, locale, 1)}–${formatNumber(ratioHigh, locale, 1)}` }) : '–');
  return [
    { key: 'count', label: t('areaCheck.row.count'), cells: sides.map(({ total }) => cell(total.count === null ? t('areaCheck.few') : count(total.count, words), hidden(total, words))), municipality: '' },
    { key: 'rate', label: t('areaCheck.row.rate'), cells: sides.map(({ total }) => cell(rate(total.rate), interval(decimal(total.low, total.high, locale), t), total.verdict)), municipality: rate(sides[0].total.municipalityRate) },
    { key: 'ratio', label: t('areaCheck.row.ratio'), cells: sides.map(({ total }) => cell(times(total))), municipality: '' },
  ];
}

/** What is left out of a count because it may not be told. */
function hidden({ count: told, atMost }, { t }) {
  return known(atMost) && atMost > (told ?? 0) ? t('areaCheck.atMost', { count: atMost }) : '';
}

/** All groups of types that any side has, in the order of the first that names them. */
function typeRows(sides, words) {
  const { t, locale } = words;
  const groups = new Map();
  for (const { types } of sides) for (const type of types) groups.set(type.group, groups.get(type.group) ?? type);
  return [...groups.values()].map((named) => {
    const own = sides.map(({ types }) => types.find(({ group }) => group === named.group) ?? null);
    return {
      key: `type-${named.group}`,
      label: named.name[locale] ?? named.name.sv,
      cells: own.map((type) => (type ? cell(count(type.count, words), known(type.share) ? t('areaCheck.shareOf', { share: share(type.share, locale) }) : '', type.verdict) : cell('–'))),
      municipality: share(own.find((type) => known(type?.municipalityShare))?.municipalityShare, locale),
    };
  });
}

/** Winter, spring, summer and autumn; one row that says so where no side has enough to be told by season. */
function seasonRows(sides, { t, locale }) {
  if (sides.every(({ seasons }) => seasons.length === 0)) return [{ key: 'seasons', label: t('areaCheck.row.seasons'), cells: sides.map(() => cell(t('areaCheck.tooFew'))), municipality: '' }];
  const usual = sides.find(({ municipalitySeasons }) => municipalitySeasons.length > 0)?.municipalitySeasons ?? [];
  return SEASONS.map((season, i) => ({
    key: `season-${season}`,
    label: t(`areaCheck.season.${season}`),
    cells: sides.map(({ seasons }) => cell(known(seasons[i]) ? share(seasons[i], locale) : t('areaCheck.tooFew'))),
    municipality: share(usual[i], locale),
  }));
}

function timeRows(sides, { t, locale }) {
  const few = cell(t('areaCheck.tooFew'));
  const dark = (each) => (each ? cell(share(each.share, locale), interval(shares(each.low, each.high, locale), t), each.verdict) : few);
  const change = (each) => (each ? cell(formatChange(each.ratio, locale), interval(changes(each, locale), t), each.verdict) : few);
  const usualShare = sides.find(({ darkness }) => known(darkness?.municipalityShare))?.darkness.municipalityShare;
  const usualRatio = sides.find(({ trend }) => known(trend?.municipalityRatio))?.trend.municipalityRatio;
  return [
    { key: 'darkness', label: t('areaCheck.row.darkness'), cells: sides.map(({ darkness }) => dark(darkness)), municipality: share(usualShare, locale) },
    { key: 'trend', label: t('areaCheck.row.trend'), cells: sides.map(({ trend }) => change(trend)), municipality: known(usualRatio) ? formatChange(usualRatio, locale) : '', change: true },
  ];
}

function placeRows(sides, words) {
  const { t, locale } = words;
  const number = (list) => formatNumber(list.length, locale, 0);
  return [
    { key: 'hotspots', label: t('areaCheck.row.hotspots'), cells: sides.map(({ hotspots }) => cell(number(hotspots))), municipality: '' },
    { key: 'unsafe', label: t('areaCheck.row.unsafe'), cells: sides.map(({ unsafe }) => cell(people(unsafe, t))), municipality: '' },
    { key: 'safe', label: t('areaCheck.row.safe'), cells: sides.map(({ safe }) => cell(people(safe, t))), municipality: '' },
    { key: 'measures', label: t('areaCheck.row.measures'), cells: sides.map(({ measures }) => cell(number(measures))), municipality: '' },
  ];
}

function lightingRows(sides, { t, locale }) {
  const row = (key, write, municipality = '') => ({ key, label: t(`areaCheck.row.${key}`), cells: sides.map(({ lighting }) => (lighting.known ? write(lighting) : cell(t('areaCheck.unknown')))), municipality });
  const usual = sides.find(({ lighting }) => known(lighting.municipalityUnlitShare))?.lighting.municipalityUnlitShare;
  return [
    row('lamps', ({ lamps, broken }) => cell(formatNumber(lamps, locale, 0), broken > 0 ? t('areaCheck.broken', { count: broken }) : '')),
    row('lampsPerHectare', ({ perHectare }) => cell(formatNumber(perHectare, locale, 1))),
    row('unlitPath', ({ unlitPathMetres, unlitShare }) => cell(formatLength(unlitPathMetres, locale), known(unlitShare) ? t('areaCheck.shareOfPaths', { share: share(unlitShare, locale) }) : ''), share(usual, locale)),
  ];
}

/** How many people, as the class they are told in: "5–9", or "färre än 5". */
export function people(felt, t) {
  return felt.people === 'few' ? t('areaCheck.few') : felt.people.replace('-', '–');
}

/** A ratio as a change: 1,25 is "+25 %". */
export function formatChange(ratio, locale) {
  const percent = Math.round((ratio - 1) * 100);
  const sign = percent > 0 ? '+' : percent < 0 ? '−' : '±';
  return `${sign}${formatShare(Math.abs(percent) / 100, locale)}`;
}

function changes({ low, high }, locale) {
  return `${formatChange(low, locale)} – ${formatChange(high, locale)}`;
}

function interval(span, t) {
  return span ? t('areaCheck.interval', { interval: span }) : '';
}

function cell(value, note = '', verdict = null) {
  return { value, note, verdict };
}

function count(value, { t, locale }) {
  return known(value) ? formatNumber(value, locale, 0) : t('areaCheck.few');
}

function share(value, locale) {
  return known(value) ? formatShare(value, locale) : '';
}

function shares(low, high, locale) {
  return known(low) && known(high) ? `${formatNumber(Math.round(low * 100), locale, 0)}–${formatShare(high, locale)}` : '';
}

function decimal(low, high, locale) {
  return known(low) && known(high) ? `${formatNumber(low, locale, 1)}–${formatNumber(high, locale, 1)}` : '';
}

function known(value) {
  return value !== null && value !== undefined;
}
