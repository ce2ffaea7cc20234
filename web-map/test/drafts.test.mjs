import test from 'node:test';
import assert from 'node:assert/strict';
import { Drafts } from '../src/map/lib/drafts.js';

function storage() {
  const kept = new Map();
  return { setItem: (k, v) => kept.set(k, v), getItem: (k) => kept.get(k) ?? null, removeItem: (k) => kept.delete(k) };
}

test('a draft comes back to the person who wrote it and to no one else', () => {
  const shared = storage();
  const eva = new Drafts(shared, 'eva', () => 1000);
  eva.keep('measure.new', { title: 'Ny lampa' });
  assert.deepEqual(eva.find('measure.new'), { keptAt: 1000, value: { title: 'Ny lampa' } });
  assert.equal(new Drafts(shared, 'sam', () => 1000).find('measure.new'), null);
  eva.drop('measure.new');
  assert.equal(eva.find('measure.new'), null);
});

test('an old or broken draft is not brought back', () => {
  const shared = storage();
  let now = 0;
  const drafts = new Drafts(shared, 'eva', () => now);
  drafts.keep('old', 1);
  now = 31 * 86_400_000;
  assert.equal(drafts.find('old'), null);
  shared.setItem('lageskarta.draft.eva.broken', '{');
  assert.equal(drafts.find('broken'), null);
});

test('a storage that refuses loses only the convenience', () => {
  const refuse = () => { throw new Error('quota'); };
  const drafts = new Drafts({ setItem: refuse, getItem: refuse, removeItem: refuse }, 'eva');
  assert.equal(drafts.keep('a', 1), false);
  assert.equal(drafts.find('a'), null);
  drafts.drop('a');
});
