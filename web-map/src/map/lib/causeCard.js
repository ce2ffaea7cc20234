/**
 * A cause card as it is edited: every change makes a new card and leaves the old one as it was, so that each step can be
 * undone. Triangle, fishbone and list are drawn from the same factors.
 */

export const PERSPECTIVES = Object.freeze(['offender', 'target', 'place']);
export const VERDICTS = Object.freeze(['supported', 'contradicted', 'untested']);
/** As the service has them. */
export const MOST_FACTORS = 15;
export const MOST_CAUSES = 8;
export const MOST_TECHNIQUES = 5;
export const MOST_HYPOTHESES = 20;
export const LONGEST_WORDS = 200;

/** Parts that two versions can differ in, in the order of the card. */
export const PARTS = Object.freeze(['problem', 'types', 'offender', 'target', 'place', 'hypotheses', 'participants']);

/** What is sent and kept: the card without its number and version. */
export function contentOf({ problem, types, perspectives, hypotheses, participants }) {
  return { problem, types, perspectives, hypotheses, participants };
}

export function emptyCard() {
  return {
    problem: { what: '', where: '', when: '', who: '' },
    types: [],
    perspectives: { offender: [], target: [], place: [] },
    hypotheses: [],
    participants: [],
  };
}

/** Every factor and cause in reading order: { factor, perspective, parent (a factor or null), index, siblings }. */
export function allFactors(card) {
  return PERSPECTIVES.flatMap((perspective) =>
    card.perspectives[perspective].flatMap((factor, index, siblings) => [
      { factor, perspective, parent: null, index, siblings },
      ...factor.causes.map((cause, at, causes) => ({ factor: cause, perspective, parent: factor, index: at, siblings: causes })),
    ]),
  );
}

export function findFactor(card, id) {
  return allFactors(card).find(({ factor }) => factor.id === id) ?? null;
}

/** An id that nothing on the card has. */
export function freeId(card, letter = 'f') {
  const taken = new Set([...allFactors(card).map(({ factor }) => factor.id), ...card.hypotheses.map(({ id }) => id)]);
  let number = taken.size + 1;
  while (taken.has(`${letter}${number}`)) number += 1;
  return `${letter}${number}`;
}

/** True when one more fits there. */
export function hasRoom(card, perspective, parentId = null) {
  if (!parentId) return card.perspectives[perspective].length < MOST_FACTORS;
  const parent = findFactor(card, parentId);
  return parent !== null && parent.parent === null && parent.factor.causes.length < MOST_CAUSES;
}

/**
 * The card with one factor more.
 * @param {{words: string, techniques?: number[], evidence?: ?string}} factor
 * @param {?string} parentId of the factor it lies behind
 * @returns {{card: object, id: ?string}} id null when there is no room
 */
export function addFactor(card, perspective, { words, techniques = [], evidence = null }, parentId = null) {
  if (!hasRoom(card, perspective, parentId)) return { card, id: null };
  const id = freeId(card);
  const added = { id, words, techniques, evidence, causes: [] };
  return { card: insert(card, perspective, parentId, added, Infinity), id };
}

/** The card with a factor changed: { words, techniques, evidence }. */
export function changeFactor(card, id, patch) {
  return mapFactors(card, (factor) => (factor.id === id ? { ...factor, ...patch, id, causes: factor.causes } : factor));
}

export function removeFactor(card, id) {
  const perspectives = {};
  for (const perspective of PERSPECTIVES) {
    perspectives[perspective] = card.perspectives[perspective]
      .filter((factor) => factor.id !== id)
      .map((factor) => ({ ...factor, causes: factor.causes.filter((cause) => cause.id !== id) }));
  }
  return { ...card, perspectives };
}

/** Puts a factor, with what lies behind it, last on another side; a cause becomes a factor of its own. */
export function moveTo(card, id, perspective) {
  const found = findFactor(card, id);
  if (!found || (found.perspective === perspective && !found.parent) || !hasRoom(card, perspective)) return card;
  return insert(removeFactor(card, id), perspective, null, found.factor, Infinity);
}

/** Puts a factor behind another one; null makes it a factor of its own. What has causes cannot lie behind another. */
export function moveBehind(card, id, parentId) {
  const found = findFactor(card, id);
  if (!found || id === parentId || (found.parent?.id ?? null) === parentId) return card;
  if (!parentId) return moveTo(card, id, found.perspective);
  const parent = findFactor(card, parentId);
  if (!parent || found.factor.causes.length > 0 || !hasRoom(card, parent.perspective, parentId)) return card;
  return insert(removeFactor(card, id), parent.perspective, parentId, found.factor, Infinity);
}

/** Moves a factor one step up (-1) or down (1) among its neighbours. */
export function shift(card, id, step) {
  const found = findFactor(card, id);
  const to = found ? found.index + step : -1;
  if (!found || to < 0 || to >= found.siblings.length) return card;
  return insert(removeFactor(card, id), found.perspective, found.parent?.id ?? null, found.factor, to);
}

function insert(card, perspective, parentId, factor, at) {
  const into = (list) => [...list.slice(0, at), factor, ...list.slice(at)];
  const side = card.perspectives[perspective];
  const changed = parentId
    ? side.map((each) => (each.id === parentId ? { ...each, causes: into(each.causes) } : each))
    : into(side);
  return { ...card, perspectives: { ...card.perspectives, [perspective]: changed } };
}

function mapFactors(card, change) {
  const perspectives = {};
  for (const perspective of PERSPECTIVES) {
    perspectives[perspective] = card.perspectives[perspective].map((factor) => {
      const changed = change(factor);
      return { ...changed, causes: changed.causes.map(change) };
    });
  }
  return { ...card, perspectives };
}

export function addHypothesis(card, hypothesis) {
  if (card.hypotheses.length >= MOST_HYPOTHESES) return { card, id: null };
  const id = freeId(card, 'h');
  const blank = { perspective: 'place', words: '', techniques: [], verdict: 'untested', ground: '', test: '', standard: null };
  return { card: { ...card, hypotheses: [...card.hypotheses, { ...blank, ...hypothesis, id }] }, id };
}

export function changeHypothesis(card, id, patch) {
  return { ...card, hypotheses: card.hypotheses.map((each) => (each.id === id ? { ...each, ...patch, id } : each)) };
}

export function removeHypothesis(card, id) {
  return { ...card, hypotheses: card.hypotheses.filter((each) => each.id !== id) };
}

/** A hypothesis of every spot as it stands on the card, with what the figures say as its ground: a suggestion. */
export function suggestedHypothesis(standard, findings, said, locale) {
  const verdict = { for: 'supported', against: 'contradicted' }[said] ?? 'untested';
  const speaking = findings.filter(({ says }) => says === said);
  return {
    perspective: standard.perspective,
    words: locale === 'sv' ? standard.nameSv : standard.nameEn,
    techniques: standard.techniques,
    verdict,
    ground: verdict === 'untested' ? '' : speaking.map(({ sentence }) => sentence[locale] ?? sentence.sv).join(' '),
    test: locale === 'sv' ? standard.testSv : standard.testEn,
    standard: standard.code,
  };
}

/** Numbers of the techniques that work on a factor, or on a hypothesis that nothing contradicts; ascending. */
export function techniquesOf(card) {
  const numbers = new Set(allFactors(card).flatMap(({ factor }) => factor.techniques));
  for (const { verdict, techniques } of card.hypotheses) if (verdict !== 'contradicted') techniques.forEach((number) => numbers.add(number));
  return [...numbers].sort((a, b) => a - b);
}

/** One part of a card, for comparing and choosing. */
export function partOf(card, part) {
  return PERSPECTIVES.includes(part) ? card.perspectives[part] : card[part];
}

function withPart(card, part, value) {
  return PERSPECTIVES.includes(part) ? { ...card, perspectives: { ...card.perspectives, [part]: value } } : { ...card, [part]: value };
}

export function sameCard(one, other) {
  return PARTS.every((part) => same(partOf(one, part), partOf(other, part)));
}

/** The service answers members in its own order and with all of them; the comparison minds neither. */
function same(a, b) {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

function ordered(value) {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .filter((key) => value[key] !== null)
      .map((key) => [key, ordered(value[key])]),
  );
}

/**
 * The parts in which two versions differ.
 * @param {?object} base what both began with; tells who changed what
 * @returns {{part: string, changedBy: 'you'|'them'|'both'}[]}
 */
export function differingParts(current, yours, base) {
  return PARTS.filter((part) => !same(partOf(current, part), partOf(yours, part))).map((part) => {
    if (!base) return { part, changedBy: 'both' };
    if (same(partOf(base, part), partOf(yours, part))) return { part, changedBy: 'them' };
    return { part, changedBy: same(partOf(base, part), partOf(current, part)) ? 'you' : 'both' };
  });
}

/** One card of two: the service's, with the parts chosen from the own one. Ids that meet in it are given anew. */
export function mergeCards(current, yours, choices) {
  let merged = contentOf(current);
  for (const part of PARTS) if (choices[part] === 'yours') merged = withPart(merged, part, partOf(yours, part));
  return withFreshIds(merged);
}

function withFreshIds(card) {
  const seen = new Set();
  let number = 1;
  const fresh = (id, letter) => {
    let own = id;
    while (seen.has(own)) own = `${letter}x${number++}`;
    seen.add(own);
    return own;
  };
  const renamed = mapFactors(card, (factor) => ({ ...factor, id: fresh(factor.id, 'f') }));
  return { ...renamed, hypotheses: card.hypotheses.map((each) => ({ ...each, id: fresh(each.id, 'h') })) };
}
