import test from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import english from '../src/i18n/ui.en.js';
import mapEnglish from '../src/i18n/map.en.js';
import mapSwedish from '../src/i18n/map.sv.js';
import swedish from '../src/i18n/ui.sv.js';

const places = (text) => (typeof text === 'string' ? text : text.other).match(/\{\w+\}/g)?.sort() ?? [];

test('both languages have the same words with the same places for values', () => {
  assert.deepEqual(Object.keys(english), Object.keys(swedish));
  for (const key of Object.keys(swedish)) assert.deepEqual(places(english[key]), places(swedish[key]), key);
});

test('no word is defined both for the map and for the panel', () => {
  assert.deepEqual(Object.keys(swedish).filter((key) => key in mapSwedish), []);
});

test('every key that the panel and the tools ask for by name has a text', () => {
  const words = { ...mapSwedish, ...mapEnglish, ...swedish };
  for (const folder of ['ui', 'ui/charts', 'tools']) {
    const url = new URL(`../src/map/${folder}/`, import.meta.url);
    for (const file of readdirSync(url).filter((name) => name.endsWith('.js'))) {
      const source = readFileSync(new URL(file, url), 'utf8');
      for (const [, key] of source.matchAll(/\bt\('([\w.-]+)'/g)) assert.ok(key in words, `${file} asks for "${key}"`);
    }
  }
});
