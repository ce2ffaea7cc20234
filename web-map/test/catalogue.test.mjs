import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import english from '../src/i18n/en.js';
import swedish from '../src/i18n/sv.js';
import { effectOf, fittingTypes, nameOf, pickFrom, shapesOf } from '../src/map/lib/catalogue.js';

const entry = (code, nameSv, nameEn, types, evidenceGrade, blocked = false) => ({ code, nameSv, nameEn, types, evidenceGrade, blocked, geometry: ['P', 'L'] });
const ENTRIES = [
  entry('EJ-1', 'Störande ljud', 'Mosquito', ['SAM'], 'X', true),
  entry('INF-1', 'Riktad information', 'Targeted information', ['ALL'], 'C'),
  entry('LJU-1', 'Ny gatubelysning', 'New street lighting', ['BIL', 'SKA'], 'A'),
  entry('SKÖ-1', 'Klottersanering', 'Graffiti removal', ['KLO'], 'C'),
];

test('what fits the place comes first, the best proven before the rest, the blocked last', () => {
  assert.deepEqual(pickFrom(ENTRIES, { types: ['SKA', 'KLO'] }).map((e) => e.code), ['LJU-1', 'INF-1', 'SKÖ-1', 'EJ-1']);
  assert.deepEqual(pickFrom(ENTRIES, { types: ['SKA'] }).map((e) => e.code), ['LJU-1', 'INF-1', 'SKÖ-1', 'EJ-1']);
});

test('only what fits can be asked for', () => {
  assert.deepEqual(pickFrom(ENTRIES, { types: ['KLO'], onlyFitting: true }).map((e) => e.code), ['INF-1', 'SKÖ-1']);
});

test('words are found in the names of both languages and in the names of types', () => {
  const typeNames = new Map([['SKA', 'Skadegörelse']]);
  assert.deepEqual(pickFrom(ENTRIES, { words: 'SKADEG', typeNames }).map((e) => e.code), ['LJU-1']);
  assert.deepEqual(pickFrom(ENTRIES, { words: 'ny belysning' }).map((e) => e.code), ['LJU-1']);
  assert.deepEqual(pickFrom(ENTRIES, { words: 'graffiti' }).map((e) => e.code), ['SKÖ-1']);
});

test('an entry for every type fits each of them', () => {
  assert.deepEqual(fittingTypes(ENTRIES[1], ['SKA', 'KLO']), ['SKA', 'KLO']);
  assert.deepEqual(shapesOf(ENTRIES[0]), ['point', 'line']);
});

test('names and effects are told in the language of the page', () => {
  const lighting = { ...ENTRIES[2], effectSv: 'Färre brott.', effectEn: 'Less crime.' };
  assert.equal(nameOf(lighting, 'sv'), 'Ny gatubelysning');
  assert.equal(nameOf(lighting, 'en'), 'New street lighting');
  assert.equal(effectOf(lighting, 'sv'), 'Färre brott.');
  assert.equal(effectOf(lighting, 'en'), 'Less crime.');
});

test('every decision that a measure of the catalogue needs first has words in both languages', () => {
  const file = readFileSync(new URL('../../data/reference/measure-catalogue.csv', import.meta.url), 'utf8');
  const gates = new Set([...file.matchAll(/,([A-Z ]+),[PLA/]+$/gm)].flatMap(([, codes]) => codes.split(' ')));
  assert.deepEqual([...gates].sort(), ['ART', 'KAM', 'KF', 'OV', 'PBL', 'RADD']);
  for (const gate of gates) assert.ok(swedish[`gate.${gate}`] && english[`gate.${gate}`], gate);
});
