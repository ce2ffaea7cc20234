import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindsOfPersonalData, personalData } from '../src/map/lib/personalData.js';

const cases = [
  ['Ring mig på 070-123 45 67', ['phone']],
  ['+46 70 123 45 67 eller 0513-123 45', ['phone']],
  ['född 811228-9874', ['identity-number']],
  ['198112289874', ['identity-number']],
  ['811228-9875 är inget personnummer', []],
  ['skriv till eva.ek@exempel.se', ['email']],
  ['bilen ABC 123 och abc12d', ['plate']],
  ['hon heter Kalla Ek och bor här', ['name']],
  ['Målsägande: Anna Maria Berg', ['name']],
  ['där bor Anna Svensson', ['name']],
  ['se @kalle.kula på nätet', ['account']],
  ['Mörkt vid gångtunneln efter kl 22.30 den 2026-11-22, buss 123', []],
  ['Stora Torget och Folkets Hus', []],
  ['', []],
];

for (const [text, kinds] of cases) {
  test(`what is personal in “${text}”`, () => assert.deepEqual(kindsOfPersonalData(text), kinds));
}

test('a find says where it stands', () => {
  assert.deepEqual(personalData('ring 070-123 45 67'), [{ from: 5, to: 18, kind: 'phone' }]);
});
