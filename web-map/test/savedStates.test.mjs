import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedMembers, savedSteps } from '../src/map/lib/savedStates.js';

const saved = (version, state, withdrawn = false) => ({ version, state, withdrawn, savedAt: `2026-01-0${version}T00:00:00Z`, savedBy: 'eva' });

test('each save says what it changed, the latest first', () => {
  const states = [saved(1, { promise: 'A' }), saved(2, { promise: 'B', result: null }), saved(3, { promise: 'B' }), saved(4, { promise: 'B' }, true), saved(5, { promise: 'B' })];

  const steps = savedSteps(states, changedMembers(['promise', 'result']));

  assert.deepEqual(steps.map(({ kind }) => kind), ['restored', 'withdrawn', 'same', 'changed', 'began']);
  assert.deepEqual(steps[3].changes, [['promise', 'A', 'B']]);
});

test('approving is told as such, also where no word changed', () => {
  const steps = savedSteps([saved(1, { plan: {}, approved: null }), saved(2, { plan: {}, approved: { by: 'eva' } })], () => []);

  assert.equal(steps[0].kind, 'approved');
});

test('what was never saved has no steps', () => {
  assert.deepEqual(savedSteps([], () => []), []);
});
