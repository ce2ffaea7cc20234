import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatArea, formatDate, formatInstant, formatLength, formatMonth, formatNumber, formatPeriod, formatShare, unbroken } from '../src/map/lib/format.js';
import { translator } from '../src/map/lib/translate.js';

/** Swedish numbers hold no-break spaces, which are hard to see in a test. */
const plain = (text) => text.replace(/[\u00a0\u202f]/g, ' ');

test('Swedish has a decimal comma and spaces, English a point and commas', () => {
  assert.equal(plain(formatNumber(1234567.891, 'sv')), '1 234 567,89');
  assert.equal(formatNumber(1234567.891, 'en'), '1,234,567.89');
  assert.equal(plain(formatShare(0.421, 'sv')), '42 %');
});

test('lengths and areas take the unit that reads best', () => {
  assert.equal(plain(formatLength(85.4, 'sv')), '85 m');
  assert.equal(formatLength(1250, 'sv'), '1,3 km');
  assert.equal(plain(formatArea(850, 'sv')), '850 m²');
  assert.equal(formatArea(21_000, 'sv'), '2,1 ha');
  assert.equal(formatArea(1_800_000, 'en'), '1.8 km²');
});

test('months are words and days are figures', () => {
  assert.equal(formatMonth('2026-11', 'sv'), 'november 2026');
  assert.equal(formatMonth('2026-11-22', 'en'), 'November 2026');
  assert.equal(formatDate('2026-11-22'), '2026-11-22');
  assert.equal(formatDate('2026-11-22T14:05:33'), '2026-11-22 14:05');
});

test('a period is written as short as it can be without being wrong', () => {
  assert.equal(formatPeriod('2026-11-01', '2026-11-30', 'sv'), 'november 2026');
  assert.equal(formatPeriod('2026-03-01', '2026-11-30', 'sv'), 'mars–november 2026');
  assert.equal(formatPeriod('2026-01-01', '2026-12-31', 'sv'), '2026');
  assert.equal(formatPeriod('2025-11-01', '2026-10-31', 'sv'), 'nov. 2025 – okt. 2026');
  assert.equal(formatPeriod('2026-03-05', '2026-11-30', 'sv'), '2026-03-05–2026-11-30');
});

test('a text takes its arguments and its plural form', () => {
  const t = translator({ hits: { one: '{count} plats', other: '{count} platser' }, hello: 'Hej {name}' }, 'sv');
  assert.equal(t('hits', { count: 1 }), '1 plats');
  assert.equal(plain(t('hits', { count: 1200 })), '1 200 platser');
  assert.equal(t('hello', { name: 'Åsa' }), 'Hej Åsa');
  assert.equal(t('not.there'), 'not.there');
  assert.equal(t.has('not.there'), false);
});

test('a moment is told on the clock of the reader', () => {
  assert.equal(formatInstant('2026-07-01T12:30:00Z', 'Europe/Stockholm'), '2026-07-01 14:30');
  assert.equal(formatInstant(Date.UTC(2026, 11, 31, 23, 30), 'Europe/Stockholm'), '2027-01-01 00:30');
  assert.equal(formatInstant(null), '');
});

test('a number stays on the line of its unit, and other words part where they like', () => {
  assert.equal(unbroken('3 rutor inom 250 m (falskt larm högst 5 %).'), '3 rutor inom 250\u00a0m (falskt larm högst 5\u00a0%).');
  assert.equal(unbroken('0,58 km² i 4 städer'), '0,58\u00a0km² i 4 städer');
});
