import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeHash, DEFAULT_STATE, encodeHash } from '../src/map/lib/hash.js';
import { decodeHeat, encodeHeat, withHeat } from '../src/map/lib/heatForm.js';

test('a chosen heat surface comes back from its text', () => {
  const heat = { kernel: 'triweight', bandwidth: '500', edge: 'diggle' };
  assert.equal(encodeHeat(heat), 'kernel:triweight,bandwidth:500,edge:diggle');
  assert.deepEqual(decodeHeat(encodeHeat(heat)), heat);
});

test('what is automatic is not written, and what is impossible is automatic', () => {
  assert.equal(encodeHeat({}), '');
  for (const text of ['', 'kernel:quartic', 'kernel:box', 'edge:none', 'bandwidth:0', 'bandwidth:-5', 'bandwidth:1e3', 'bandwidth:999999', 'toString:x', 'kernel', ':']) {
    assert.deepEqual(decodeHeat(text), {}, text);
  }
});

test('one part is changed and the others stay', () => {
  assert.deepEqual(withHeat({ kernel: 'gaussian' }, 'edge', 'uniform'), { kernel: 'gaussian', edge: 'uniform' });
  assert.deepEqual(withHeat({ kernel: 'gaussian', edge: 'uniform' }, 'kernel', 'quartic'), { edge: 'uniform' });
  assert.deepEqual(withHeat({ bandwidth: '500' }, 'bandwidth', ''), {});
});

test('a link shows the same heat surface to who opens it', () => {
  const state = { ...DEFAULT_STATE, heat: { bandwidth: '300', edge: 'uniform' } };
  assert.equal(encodeHash(state), '#heat=bandwidth:300,edge:uniform');
  assert.deepEqual(decodeHash(encodeHash(state)), state);
  assert.deepEqual(decodeHash('#heat=moon:1,edge:<b>'), DEFAULT_STATE);
});
