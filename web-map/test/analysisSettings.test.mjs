import assert from 'node:assert/strict';
import { test } from 'node:test';
import swedish from '../src/i18n/sv.js';
import { rangeWords, readSetting, writtenSetting } from '../src/map/lib/analysisSettings.js';
import { translator } from '../src/map/lib/translate.js';

const sv = translator(swedish, 'sv');
const cell = { name: 'cell', kind: 'number', unit: 'm', min: 50, max: 10_000, words: [] };
const bands = { name: 'bands', kind: 'numbers', unit: 'm', min: 0, max: 1000, words: [] };

test('an empty field is automatic', () => {
  assert.deepEqual(readSetting(cell, '  '), { value: null, error: null });
  assert.deepEqual(readSetting(cell, undefined), { value: null, error: null });
});

test('a number may have a decimal comma and spaces', () => {
  assert.equal(readSetting(cell, '1 250,5').value, '1250.5');
  assert.equal(readSetting(cell, '250').value, '250');
});

test('what is no number, or out of range, is told apart', () => {
  assert.equal(readSetting(cell, 'stor').error, 'number');
  assert.equal(readSetting(cell, '1e9').error, 'number');
  assert.equal(readSetting(cell, '5').error, 'range');
  assert.equal(readSetting({ ...cell, kind: 'whole' }, '60,5').error, 'whole');
});

test('several numbers stand with semicolons, spaces or commas between', () => {
  assert.equal(readSetting(bands, '100; 200; 400').value, '100,200,400');
  assert.equal(readSetting(bands, '0,5; 1,5').value, '0.5,1.5');
  assert.equal(readSetting(bands, '100, 200, 400').value, '100,200,400');
  assert.equal(readSetting(bands, '100,200').value, '100,200');
  assert.equal(readSetting(bands, '200; 100').error, 'ascending');
  assert.equal(readSetting(bands, '100; 5000').error, 'range');
  assert.equal(readSetting(bands, '100; x').error, 'number');
});

test('words and days are those the service knows', () => {
  assert.equal(readSetting({ kind: 'word', words: ['queen', 'rook'] }, 'rook').value, 'rook');
  assert.equal(readSetting({ kind: 'flag', words: ['true', 'false'] }, 'maybe').error, 'word');
  assert.equal(readSetting({ kind: 'day' }, '2026-01-31').value, '2026-01-31');
  assert.equal(readSetting({ kind: 'day' }, 'i går').error, 'day');
});

test('what was chosen comes back the way it is written', () => {
  assert.equal(writtenSetting(0.1 + 0.2, 'sv'), '0,3');
  assert.equal(writtenSetting([100, 200.5], 'sv'), '100; 200,5');
  assert.equal(writtenSetting(250.5, 'en'), '250.5');
  const written = writtenSetting([0.5, 1.5], 'sv');
  assert.equal(readSetting(bands, written).value, '0.5,1.5');
});

test('the range has its unit', () => {
  assert.equal(rangeWords(cell, sv).replaceAll(/[\u00a0\u202f]/g, ' '), '50–10 000 m.');
  assert.equal(rangeWords({ kind: 'word', words: ['a'] }, sv), '');
});
