import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areaWords, mergeWaves } from '../src/map/ui/waves/waveWords.js';

const BASE = { title: 'A', introduction: 'B', area: null, retentionMonths: 24 };

test('what only the other has changed is taken, and what only I have changed stays', () => {
  const { merged, conflicts } = mergeWaves(BASE, { ...BASE, title: 'theirs' }, { ...BASE, introduction: 'mine' });
  assert.deepEqual(conflicts, []);
  assert.deepEqual(merged, { ...BASE, title: 'theirs', introduction: 'mine' });
});

test('what both have changed is to be chosen, unless they changed it alike', () => {
  const { conflicts } = mergeWaves(BASE, { ...BASE, title: 'theirs', retentionMonths: 12 }, { ...BASE, title: 'mine', retentionMonths: 12 });
  assert.deepEqual(conflicts, [{ path: 'title', current: 'theirs', yours: 'mine' }]);
});

test('an area is told by its name, or as one of its own', () => {
  const t = (key, args) => (args ? `${key} ${args.name}` : key);
  assert.equal(areaWords({ area: null, areaName: '' }, t), 'waves.area.all');
  assert.equal(areaWords({ area: {}, areaName: 'Centrum' }, t), 'waves.area.called Centrum');
  assert.equal(areaWords({ area: {}, areaName: '' }, t), 'waves.area.own');
});
