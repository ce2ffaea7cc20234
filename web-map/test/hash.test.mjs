import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeHash, DEFAULT_STATE, encodeHash, LAYER_DEFAULTS } from '../src/map/lib/hash.js';

test('an untouched view has no address', () => {
  assert.equal(encodeHash(DEFAULT_STATE), '');
  assert.deepEqual(decodeHash(''), DEFAULT_STATE);
});

test('a view comes back from its address', () => {
  const state = {
    ...DEFAULT_STATE,
    map: { zoom: 14, lat: 58.0777, lon: 13.0221 },
    from: '2026-01-01',
    to: '2026-12-31',
    types: ['SKA', 'KLO'],
    group: 'g1',
    datasets: ['1', '2'],
    stream: 'crime',
    hotspot: 'c-1a2b',
    measure: '17',
    analysis: 'near-repeat',
    set: { bands: '100,200,400', unit: 'day' },
    panel: 'analyses',
    layers: { ...LAYER_DEFAULTS, heat: 0.6, incidents: 0 },
    lang: 'en',
  };
  assert.equal(
    encodeHash(state),
    '#map=14/58.0777/13.0221&from=2026-01-01&to=2026-12-31&types=SKA,KLO&group=g1&datasets=1,2&stream=crime' +
      '&hotspot=c-1a2b&measure=17&analysis=near-repeat&set=bands:100;200;400,unit:day&panel=analyses' +
      '&layers=base,heat:60,analysis,waves,hotspots,unsafe,reports,measures&lang=en',
  );
  assert.deepEqual(decodeHash(encodeHash(state)), state);
});

test('a broken link shows the start and not an error', () => {
  for (const hash of ['#map=x/y/z', '#map=99/58/13', '#from=2026-13-01', '#from=yesterday', '#stream=all', '#lang=xx', '#hotspot=%E0%A4%A', '#hotspot=<b>', '#foo=bar', '#&&=', '#analysis=<b>', '#set=:5,cell', '#set=__proto__', '#panel=elsewhere', '#group=1', '#group=g1;drop']) {
    assert.deepEqual(decodeHash(hash), DEFAULT_STATE, hash);
  }
});

test('unknown layers and impossible opacities are left out', () => {
  assert.deepEqual(decodeHash('#layers=base:50,moon,heat:900,incidents:-5').layers, { base: 0.5, heat: 0, analysis: 0, waves: 0, hotspots: 0, incidents: 0, unsafe: 0, reports: 0, measures: 0 });
});

test('settings without an analysis are not written', () => {
  assert.equal(encodeHash({ ...DEFAULT_STATE, set: { cell: '500' } }), '');
});
