import assert from 'node:assert/strict';
import test from 'node:test';
import { lowest, pasted, publishedOf, verdict, wholeNumber, withCount, written, yearTable, years } from '../src/map/lib/coverageTable.js';
import { foundWords } from '../src/map/lib/codeWords.js';

const row = (type, year, quarter, here, published, whole = true) => ({ type, year, quarter, here, published, share: published ? here / published : null, whole, source: 'Brå' });
const ROWS = [row('CYK', 2025, 0, 435, 1326), row('CYK', 2025, 1, 90, 100), row('SKA', 2025, 1, 12, null), row('SKA', 2024, 0, 130, 100), row('CYK', 2026, 0, 50, 400, false)];
const codeOf = (word) => ({ CYK: 'CYK', cykelstöld: 'CYK', SKA: 'SKA' })[word] ?? ({ Cykelstöld: 'CYK' })[word] ?? null;

test('the newest year comes first and a year has the types that have anything in it', () => {
  assert.deepEqual(years(ROWS), [2026, 2025, 2024]);
  const table = yearTable(ROWS, 2025, ['KLO', 'SKA', 'CYK']);
  assert.deepEqual(table.map(({ type }) => type), ['SKA', 'CYK']);
  assert.equal(table[1].cells[0].here, 435);
  assert.equal(table[1].cells[2], null);
});

test('a share is judged only when there is something to compare with and the period is whole', () => {
  assert.equal(verdict(ROWS[0]), 'low');
  assert.equal(verdict(ROWS[1]), 'fair');
  assert.equal(verdict(ROWS[2]), null);
  assert.equal(verdict(ROWS[3]), 'high');
  assert.equal(verdict(ROWS[4]), 'partial');
  assert.deepEqual(lowest(ROWS), [ROWS[0]]);
});

test('a count is set, changed and taken out without touching the others', () => {
  const counts = publishedOf(ROWS);
  assert.equal(counts.length, 4);
  const changed = withCount(counts, { type: 'CYK', year: 2025, quarter: 0, number: 1300, source: 'Brå' });
  assert.equal(changed.find((c) => c.type === 'CYK' && c.year === 2025 && c.quarter === 0).number, 1300);
  assert.equal(withCount(changed, { type: 'CYK', year: 2025, quarter: 0, number: null, source: '' }).length, 3);
});

test('numbers are read as people write them', () => {
  assert.equal(wholeNumber('1 326'), 1326);
  assert.equal(wholeNumber('1.326'), 1326);
  assert.equal(wholeNumber(' '), null);
  assert.ok(Number.isNaN(wholeNumber('12a')));
  assert.ok(Number.isNaN(wholeNumber('-3')));
  assert.ok(Number.isNaN(wholeNumber('12.5')));
  assert.equal(wholeNumber('1\u00a0326'), 1326);
});

test('rows pasted from a spreadsheet are read, and those that cannot be are told by line', () => {
  const { counts, wrong } = pasted('Typ\tÅr\tKvartal\tAntal\nCykelstöld\t2025\t\t1 326\nSKA\t2025\tkv 2\t31\nOkänt\t2025\t1\t3\nSKA;2024;100', codeOf, 'Brå');
  assert.deepEqual(counts, [
    { type: 'CYK', year: 2025, quarter: 0, number: 1326, source: 'Brå' },
    { type: 'SKA', year: 2025, quarter: 2, number: 31, source: 'Brå' },
    { type: 'SKA', year: 2024, quarter: 0, number: 100, source: 'Brå' },
  ]);
  assert.deepEqual(wrong, [{ line: 4, text: 'Okänt\t2025\t1\t3' }]);
});

test('a word is found by itself and by what it means', () => {
  const words = [{ word: 'Bråk', code: 'ORD' }, { word: '0845', code: null }];
  assert.deepEqual(foundWords(words, 'störning', () => 'Ordningsstörning').map(({ word }) => word), ['Bråk']);
  assert.deepEqual(foundWords(words, '', () => '').length, 2);
  assert.deepEqual(foundWords(words, '08', () => ''), [words[1]]);
});

test('what somebody has written is told apart from what was there, also what was taken out', () => {
  const cyk = { type: 'CYK', year: 2025, quarter: 0, number: 5 };
  const ska = { type: 'SKA', year: 2025, quarter: 1, number: 7 };
  assert.deepEqual(written([cyk, ska], [{ ...cyk, number: 6 }]), [
    { ...cyk, number: 6 },
    { ...ska, number: null },
  ]);
  assert.deepEqual(written([cyk], [cyk]), []);
});
