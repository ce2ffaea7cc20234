import assert from 'node:assert/strict';
import { test } from 'node:test';
import { embedSnippet, fieldPlaces, firstStep, mergePlans, neighbours, proposedSlug, readItem, stepItem, STEPS, withChosen, withNumber, withValue } from '../src/map/lib/publicationPlan.js';

const plan = (patch = {}) => ({ year: 2025, title: { sv: 'Trygghet', en: 'Safety' }, groups: ['theft'], measures: [], ...patch });

test('an address points at the list, a new publication, one publication or a step of it', () => {
  assert.deepEqual(readItem(null), {});
  assert.deepEqual(readItem('new'), { making: true });
  assert.deepEqual(readItem('7'), { publication: 7 });
  for (const step of STEPS) assert.deepEqual(readItem(stepItem(7, step)), { publication: 7, step });
  for (const odd of ['0', '7/', '7/other', 'x/report', '7/report/1']) assert.deepEqual(readItem(odd), {}, odd);
});

test('who comes to approve begins with the report, who comes to a public one with its addresses', () => {
  assert.deepEqual(['draft', 'waiting', 'approved', 'withdrawn'].map(firstStep), ['profile', 'report', 'release', 'release']);
  assert.deepEqual(neighbours('profile'), { before: null, after: 'contents' });
  assert.deepEqual(neighbours('release'), { before: 'report', after: null });
});

test('what only one has changed is taken from that one, words language by language', () => {
  const base = plan();
  const current = plan({ title: { sv: 'Trygghet 2025', en: 'Safety' }, groups: [] });
  const yours = plan({ title: { sv: 'Trygghet', en: 'Safety 2025' }, year: 2024 });
  const { plan: merged, conflicts } = mergePlans(base, current, yours);
  assert.deepEqual(conflicts, []);
  assert.deepEqual(merged, plan({ year: 2024, groups: [], title: { sv: 'Trygghet 2025', en: 'Safety 2025' } }));
});

test('what both have changed is told with both versions, and the choice is put back in its place', () => {
  const { plan: merged, conflicts } = mergePlans(plan(), plan({ title: { sv: 'Deras', en: 'Safety' } }), plan({ title: { sv: 'Mina', en: 'Safety' } }));
  assert.deepEqual(conflicts, [{ path: ['title', 'sv'], current: 'Deras', yours: 'Mina' }]);
  assert.equal(withValue(merged, conflicts[0].path, 'Mina').title.sv, 'Mina');
});

test('measures chosen by two people are joined one by one', () => {
  const measure = (id, promise = '') => ({ id, promise: { sv: promise, en: '' }, showPlace: false });
  const base = plan({ measures: [measure(1), measure(2)] });
  const { plan: merged, conflicts } = mergePlans(base, plan({ measures: [measure(1), measure(2, 'deras'), measure(3)] }), plan({ measures: [measure(2), measure(4)] }));
  assert.deepEqual(conflicts, []);
  assert.deepEqual(merged.measures.map(({ id }) => id), [2, 3, 4]);
  assert.equal(merged.measures[0].promise.sv, 'deras');
});

test('a measure that one left out and the other wrote about is a choice between the two', () => {
  const measure = { id: 1, promise: { sv: '', en: '' }, showPlace: false };
  const written = { ...measure, showPlace: true };
  const { plan: merged, conflicts } = mergePlans(plan({ measures: [measure] }), plan({ measures: [] }), plan({ measures: [written] }));
  assert.deepEqual(conflicts, [{ path: ['measures', 1], current: null, yours: written }]);
  assert.deepEqual(withValue(merged, conflicts[0].path, written).measures, [written]);
  assert.deepEqual(withValue(plan({ measures: [written] }), ['measures', 1], null).measures, []);
});

test('a thing is taken in once and left out without touching the others', () => {
  const list = [{ id: 1, showPlace: true }];
  assert.deepEqual(withChosen(list, 1, true, { showPlace: false }), list);
  assert.deepEqual(withChosen(list, 2, true, { showPlace: false }), [...list, { id: 2, showPlace: false }]);
  assert.deepEqual(withChosen(list, 1, false), []);
});

test('walks chosen by two people are joined', () => {
  const walks = (...ids) => plan({ walks: ids });
  assert.deepEqual(mergePlans(walks(1, 2), walks(1, 2, 3), walks(2, 4)), { plan: walks(2, 3, 4), conflicts: [] });
  assert.deepEqual(withNumber([1, 2], 2, true), [1, 2]);
  assert.deepEqual(withNumber([1, 2], 1, false), [2]);
});

test('an address is proposed that no other publication has', () => {
  assert.equal(proposedSlug(2025), 'trygghet-2025');
  assert.equal(proposedSlug(2025, 'h1'), 'trygghet-2025-h1');
  assert.equal(proposedSlug(2025, 'year', ['trygghet-2025', 'trygghet-2025-2']), 'trygghet-2025-3');
});

test('a title cannot break out of the snippet', () => {
  assert.equal(embedSnippet('https://karta.example.se', '/embed/a/', 'Trygg "hemma" <b>'), '<iframe src="https://karta.example.se/embed/a/" title="Trygg &quot;hemma&quot; &lt;b&gt;" width="100%" height="720" loading="lazy"></iframe>');
});

test('an error about the third measure is shown at that measure', () => {
  const written = plan({ measures: [{ id: 7 }, { id: 9 }], walks: [4] });
  assert.deepEqual(fieldPlaces('measures[1].promise', written), ['measures[1].promise', 'measures-9', 'measures']);
  assert.deepEqual(fieldPlaces('walks[0]', written), ['walks[0]', 'walks-4', 'walks']);
  assert.deepEqual(fieldPlaces('title.sv', written), ['title.sv', 'title']);
  assert.deepEqual(fieldPlaces(null, written), []);
});
