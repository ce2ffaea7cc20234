import assert from 'node:assert/strict';
import { test } from 'node:test';
import swedish from '../src/i18n/sv.js';
import { comparisonRows, formatChange, people } from '../src/map/lib/areaCheckTable.js';
import { translator } from '../src/map/lib/translate.js';

const t = translator(swedish, 'sv');
const plain = (text) => text.replaceAll('\u00a0', ' ');

function side(changes = {}) {
  return {
    total: { count: 112, atMost: 116, rate: 90.6, low: 74, high: 108, municipalityRate: 61, ratioLow: 1.2, ratioHigh: 1.8, verdict: 'more' },
    types: [
      { group: 'D', name: { sv: 'Skadegörelse', en: 'Damage' }, count: 48, share: 0.4, municipalityShare: 0.3, verdict: 'more' },
      { group: 'rest', name: { sv: 'Övrigt', en: 'Other' }, count: null, share: null, municipalityShare: null, verdict: 'too-few' },
    ],
    seasons: [0.2, 0.25, 0.3, 0.25],
    municipalitySeasons: [0.25, 0.25, 0.25, 0.25],
    darkness: { share: 0.6, low: 0.5, high: 0.7, municipalityShare: 0.45, verdict: 'more' },
    trend: { ratio: 1.1, low: 0.85, high: 1.4, municipalityRatio: 0.98, verdict: 'no-sure-difference' },
    hotspots: [{}],
    unsafe: { people: '10-19', reasons: [] },
    safe: { people: 'few', reasons: [] },
    lighting: { known: true, lamps: 84, broken: 3, perHectare: 0.9, unlitPathMetres: 420, unlitShare: 0.18, municipalityUnlitShare: 0.3 },
    measures: [],
    ...changes,
  };
}

function row(sides, key) {
  return comparisonRows(sides, t, 'sv')
    .flatMap(({ rows }) => rows)
    .find((each) => each.key === key);
}

test('every row has one cell for each side, in the same order', () => {
  const rows = comparisonRows([side(), side()], t, 'sv').flatMap(({ rows: own }) => own);
  assert.ok(rows.length > 15);
  for (const { key, cells } of rows) assert.equal(cells.length, 2, key);
});

test('a count that leaves something out says how many it may be at most', () => {
  const { value, note } = row([side()], 'count').cells[0];
  assert.equal(value, '112');
  assert.match(note, /116/);
  assert.equal(row([side({ total: { ...side().total, atMost: 112 } })], 'count').cells[0].note, '');
});

test('what may not be told is fewer than five, never a number', () => {
  const few = side({ total: { count: null, atMost: 12, rate: null, low: null, high: null, municipalityRate: 61, ratioLow: null, ratioHigh: null, verdict: 'too-few' } });
  assert.equal(row([few], 'count').cells[0].value, 'färre än 5');
  assert.deepEqual(row([few], 'rate').cells[0], { value: '–', note: '', verdict: 'too-few' });
  assert.equal(row([few], 'ratio').cells[0].value, '–');
  assert.equal(row([few], 'type-rest').cells[0].value, 'färre än 5');
});

test('a type that only one alternative has is a dash in the other', () => {
  const { cells } = row([side(), side({ types: [] })], 'type-D');
  assert.equal(cells[0].value, '48');
  assert.equal(cells[1].value, '–');
});

test('seasons stand beside those of the municipality, and are one row where there are too few', () => {
  assert.equal(plain(row([side()], 'season-summer').cells[0].value), '30 %');
  assert.equal(plain(row([side()], 'season-summer').municipality), '25 %');
  assert.equal(row([side({ seasons: [] })], 'seasons').cells[0].value, 'för få');
  assert.equal(row([side({ seasons: [] }), side()], 'season-winter').cells[0].value, 'för få');
});

test('darkness and change come with their intervals, or are too few', () => {
  assert.match(plain(row([side()], 'darkness').cells[0].note), /50–70 %/);
  assert.equal(plain(row([side()], 'trend').cells[0].value), '+10 %');
  assert.match(plain(row([side()], 'trend').cells[0].note), /−15 % – \+40 %/);
  assert.equal(row([side({ darkness: null, trend: null })], 'trend').cells[0].value, 'för få');
});

test('a change is written with its sign', () => {
  assert.deepEqual([1.25, 0.8, 1.001].map((ratio) => plain(formatChange(ratio, 'sv'))), ['+25 %', '−20 %', '±0 %']);
});

test('people are told in classes', () => {
  assert.deepEqual([people({ people: '5-9' }, t), people({ people: 'few' }, t), people({ people: '50+' }, t)], ['5–9', 'färre än 5', '50+']);
});

test('where no lamps have been imported, lighting is unknown and not zero', () => {
  const dark = side({ lighting: { known: false, lamps: 0, broken: 0, perHectare: 0, unlitPathMetres: 0, unlitShare: null, municipalityUnlitShare: null } });
  assert.equal(row([dark], 'lamps').cells[0].value, 'okänt');
});
