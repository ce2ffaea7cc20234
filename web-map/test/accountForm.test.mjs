import assert from 'node:assert/strict';
import { test } from 'node:test';
import english from '../src/i18n/en.js';
import swedish from '../src/i18n/sv.js';
import { ROLES } from '../src/map/lib/audience.js';
import { translator } from '../src/map/lib/translate.js';
import { AccountForm } from '../src/map/ui/accountForm.js';

const t = translator(swedish, 'sv');
const EVA = { username: 'eva', displayName: 'Eva <b>Strand</b>', organisation: 'Herrbostäder AB', roles: ['planner'], demo: false, disabled: false, version: 3 };
const input = (markup, name) => String(markup).match(new RegExp(`<input[^>]* name="${name}"[^>]*>`))[0];

test('every role is offered with a line on what it sees, in both languages', () => {
  const markup = String(new AccountForm(t).markup());
  for (const role of ROLES) {
    assert.ok(markup.includes(swedish[`accounts.sees.${role}`]), role);
    assert.ok(english[`accounts.sees.${role}`], role);
  }
});

test('the form of an account ticks its roles and no other', () => {
  const markup = new AccountForm(t, EVA).markup();
  for (const role of ROLES) assert.equal(/ checked/.test(input(markup, `role-${role}`)), role === 'planner', role);
});

test('the user name is written once, when the account is made', () => {
  assert.match(input(new AccountForm(t, EVA).markup(), 'username'), / readonly/);
  assert.doesNotMatch(input(new AccountForm(t).markup(), 'username'), / readonly/);
});

test('a name with markup in it is shown as it is written', () => {
  assert.match(input(new AccountForm(t, EVA).markup(), 'displayName'), /value="Eva &lt;b&gt;Strand&lt;\/b&gt;"/);
});
