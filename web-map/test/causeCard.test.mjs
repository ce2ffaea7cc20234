import test from 'node:test';
import assert from 'node:assert/strict';
import {
  addFactor,
  addHypothesis,
  allFactors,
  changeFactor,
  differingParts,
  emptyCard,
  findFactor,
  hasRoom,
  mergeCards,
  MOST_CAUSES,
  MOST_FACTORS,
  moveBehind,
  moveTo,
  removeFactor,
  sameCard,
  shift,
  suggestedHypothesis,
  techniquesOf,
} from '../src/map/lib/causeCard.js';
import { CauseEditor } from '../src/map/lib/causeEditor.js';
import { fishboneLayout, triangleLayout, wrapWords } from '../src/map/lib/causeDiagram.js';

function carded(...factors) {
  let card = emptyCard();
  const ids = {};
  for (const [side, words, parent] of factors) {
    const added = addFactor(card, side, { words, techniques: [7] }, parent ? ids[parent] : null);
    card = added.card;
    ids[words] = added.id;
  }
  return { card, ids };
}

test('factors are added, written, moved between sides and behind one another, and the old card stays as it was', () => {
  const { card, ids } = carded(['place', 'Mörkt'], ['place', 'Trasig lampa', 'Mörkt'], ['target', 'Klena lås']);
  assert.deepEqual(allFactors(card).map(({ factor }) => factor.words), ['Klena lås', 'Mörkt', 'Trasig lampa']);
  const moved = moveTo(card, ids['Mörkt'], 'offender');
  assert.deepEqual(moved.perspectives.offender[0].causes.map(({ words }) => words), ['Trasig lampa'], 'what lies behind comes along');
  assert.equal(card.perspectives.place.length, 1);
  const lifted = moveBehind(moved, ids['Trasig lampa'], null);
  assert.equal(findFactor(lifted, ids['Trasig lampa']).parent, null);
  const nested = moveBehind(lifted, ids['Klena lås'], ids['Trasig lampa']);
  assert.equal(findFactor(nested, ids['Klena lås']).perspective, 'offender');
  assert.equal(moveBehind(nested, ids['Trasig lampa'], ids['Mörkt']), nested, 'what has causes cannot lie behind another');
  assert.equal(changeFactor(nested, ids['Klena lås'], { words: 'Ny' }).perspectives.offender[1].causes[0].words, 'Ny');
  assert.equal(allFactors(removeFactor(nested, ids['Trasig lampa'])).length, 1);
});

test('neighbours change places one step at a time and stop at the ends', () => {
  const { card, ids } = carded(['place', 'a'], ['place', 'b'], ['place', 'c']);
  const order = (each) => each.perspectives.place.map(({ words }) => words).join('');
  assert.equal(order(shift(card, ids.a, 1)), 'bac');
  assert.equal(order(shift(card, ids.c, -1)), 'acb');
  assert.equal(shift(card, ids.a, -1), card);
  assert.equal(shift(card, ids.c, 1), card);
});

test('a side and a factor hold as many as the service takes, and ids are never given twice', () => {
  let card = emptyCard();
  for (let i = 0; i < MOST_FACTORS + 3; i += 1) card = addFactor(card, 'place', { words: `${i}` }).card;
  assert.equal(card.perspectives.place.length, MOST_FACTORS);
  const [first] = card.perspectives.place;
  for (let i = 0; i < MOST_CAUSES + 3; i += 1) card = addFactor(card, 'place', { words: `c${i}` }, first.id).card;
  assert.equal(card.perspectives.place[0].causes.length, MOST_CAUSES);
  assert.equal(hasRoom(card, 'place', first.id), false);
  const after = addFactor(removeFactor(card, card.perspectives.place[3].id), 'target', { words: 'ny' }).card;
  const ids = allFactors(after).map(({ factor }) => factor.id);
  assert.equal(new Set(ids).size, ids.length);
});

test('a suggestion carries what the figures say as its ground, and none when they say nothing', () => {
  const standard = { code: 'dark', perspective: 'place', techniques: [7], nameSv: 'Mörkt', nameEn: 'Dark', testSv: 'Mät', testEn: 'Measure' };
  const findings = [
    { says: 'for', sentence: { sv: '62 % i mörker: talar för.', en: '' } },
    { says: 'nothing', sentence: { sv: 'Säger inget.', en: '' } },
  ];
  const taken = suggestedHypothesis(standard, findings, 'for', 'sv');
  assert.equal(taken.verdict, 'supported');
  assert.equal(taken.ground, '62 % i mörker: talar för.');
  assert.equal(suggestedHypothesis(standard, findings, 'too-few', 'sv').verdict, 'untested');
  assert.equal(suggestedHypothesis(standard, findings, 'nothing', 'sv').ground, '');
});

test('techniques are those of factors and of hypotheses that nothing contradicts', () => {
  let { card } = carded(['place', 'Mörkt']);
  card = addHypothesis(card, { techniques: [1], verdict: 'contradicted' }).card;
  card = addHypothesis(card, { techniques: [13, 7], verdict: 'untested' }).card;
  assert.deepEqual(techniquesOf(card), [7, 13]);
});

test('two versions are compared part by part, whatever the order of members, and merged as chosen without an id twice', () => {
  const { card: base } = carded(['place', 'Mörkt']);
  const theirs = addFactor(base, 'target', { words: 'Deras' }).card;
  const yours = { ...addFactor(base, 'offender', { words: 'Ditt' }).card, participants: ['Polisen'] };
  assert.deepEqual(differingParts(theirs, yours, base), [
    { part: 'offender', changedBy: 'you' },
    { part: 'target', changedBy: 'them' },
    { part: 'participants', changedBy: 'you' },
  ]);
  const merged = mergeCards({ ...theirs, version: 2 }, yours, { offender: 'yours', participants: 'yours', target: 'current' });
  assert.deepEqual(allFactors(merged).map(({ factor }) => factor.words), ['Ditt', 'Deras', 'Mörkt']);
  const ids = allFactors(merged).map(({ factor }) => factor.id);
  assert.equal(new Set(ids).size, 3, 'both had given the same id');
  assert.equal('version' in merged, false);
  const reordered = JSON.parse(JSON.stringify(base), (key, value) => (value?.words ? { causes: value.causes, words: value.words, techniques: value.techniques, id: value.id } : value));
  assert.equal(sameCard(base, reordered), true, 'an absent evidence is the same as none');
});

test('each step is undone, and letters typed in one field are one step', () => {
  const { card, ids } = carded(['place', 'a']);
  const editor = new CauseEditor(card);
  const told = [];
  editor.subscribe((what) => told.push(what));
  editor.change(changeFactor(editor.card, ids.a, { words: 'ab' }), 'words');
  editor.change(changeFactor(editor.card, ids.a, { words: 'abc' }), 'words');
  editor.change(removeFactor(editor.card, ids.a));
  editor.undo();
  assert.equal(findFactor(editor.card, ids.a).factor.words, 'abc');
  editor.undo();
  assert.equal(findFactor(editor.card, ids.a).factor.words, 'a');
  assert.equal(editor.canUndo, false);
  editor.undo();
  assert.deepEqual(told, ['card', 'card', 'card', 'undo', 'undo']);
});

test('long words are wrapped, broken only when longer than a line, and end with an ellipsis', () => {
  assert.deepEqual(wrapWords('Ingen ser ställen från gatan', 12), ['Ingen ser', 'ställen från', 'gatan']);
  assert.deepEqual(wrapWords('gångtunnelsbelysning', 8), ['gångtunn', 'elsbelys', 'ning']);
  assert.equal(wrapWords('a b c d e f g h', 1, 3).at(-1), 'c…');
  assert.deepEqual(wrapWords('', 10), ['']);
});

test('in either diagram every factor has a box within the picture, and no two boxes meet', () => {
  let { card } = carded(['offender', 'Lätt att sälja vidare till andra'], ['target', 'Klena lås'], ['target', 'Inga ställ', 'Klena lås']);
  for (let i = 0; i < MOST_FACTORS; i += 1) card = addFactor(card, 'place', { words: `Faktor nummer ${i} med några ord till` }).card;
  for (const layout of [triangleLayout(card, 900), fishboneLayout(card, 700)]) {
    assert.equal(layout.boxes.length, 3 + MOST_FACTORS);
    const all = [...layout.boxes, ...layout.heads];
    for (const box of all) {
      assert.ok(box.x >= 0 && box.x + box.width <= layout.width && box.y >= 0 && box.y + box.height <= layout.height + 1, box.id);
      assert.ok(box.height >= 24, 'large enough to hit');
    }
    for (const [i, a] of all.entries()) {
      for (const b of all.slice(i + 1)) {
        const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        assert.ok(apart, `${a.id} and ${b.id}`);
      }
    }
  }
});
