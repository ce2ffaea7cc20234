import test from 'node:test';
import assert from 'node:assert/strict';
import { fittingTypes, pickFrom, shapesOf } from '../src/map/lib/catalogue.js';

const entry = (code, nameSv, types, evidenceGrade, blocked = false) => ({ code, nameSv, types, evidenceGrade, blocked, geometry: ['P', 'L'] });
const ENTRIES = [
  entry('EJ-1', 'Mosquito', ['SAM'], 'X', true),
  entry('INF-1', 'Riktad information', ['ALL'], 'C'),
  entry('LJU-1', 'Ny gatubelysning', ['BIL', 'SKA'], 'A'),
  entry('SKÖ-1', 'Klottersanering', ['KLO'], 'C'),
];

test('what fits the place comes first, the best proven before the rest, the blocked last', () => {
  assert.deepEqual(pickFrom(ENTRIES, { types: ['SKA', 'KLO'] }).map((e) => e.code), ['LJU-1', 'INF-1', 'SKÖ-1', 'EJ-1']);
  assert.deepEqual(pickFrom(ENTRIES, { types: ['SKA'] }).map((e) => e.code), ['LJU-1', 'INF-1', 'SKÖ-1', 'EJ-1']);
});

test('only what fits can be asked for', () => {
  assert.deepEqual(pickFrom(ENTRIES, { types: ['KLO'], onlyFitting: true }).map((e) => e.code), ['INF-1', 'SKÖ-1']);
});

test('words are found in names and in the names of types', () => {
  const typeNames = new Map([['SKA', 'Skadegörelse']]);
  assert.deepEqual(pickFrom(ENTRIES, { words: 'SKADEG', typeNames }).map((e) => e.code), ['LJU-1']);
  assert.deepEqual(pickFrom(ENTRIES, { words: 'ny belysning' }).map((e) => e.code), ['LJU-1']);
});

test('an entry for every type fits each of them', () => {
  assert.deepEqual(fittingTypes(ENTRIES[1], ['SKA', 'KLO']), ['SKA', 'KLO']);
  assert.deepEqual(shapesOf(ENTRIES[0]), ['point', 'line']);
});
