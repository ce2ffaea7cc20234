/** Small pure functions for waves: an address out of a title, and what is pasted into a web page. */

const LETTERS = { å: 'a', ä: 'a', ö: 'o', é: 'e', ü: 'u', æ: 'a', ø: 'o' };

/** 'Trygghet våren 2026!' → 'trygghet-varen-2026' */
export function slugOf(title) {
  return title
    .toLowerCase()
    .replace(/[åäöéüæø]/g, (letter) => LETTERS[letter])
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A link to paste into a page of the municipality's own. */
export function embedText(title, address) {
  const safe = (text) => text.replace(/[&<>"]/g, (character) => ENTITIES[character]);
  return `<p><a href="${safe(address)}">${safe(title)}</a></p>`;
}

/** What people write of a wave, as the service takes it. */
export const WRITTEN = Object.freeze(['title', 'slug', 'opensOn', 'closesOn', 'introduction', 'afterwards', 'contact', 'owner', 'area', 'areaName', 'retentionMonths', 'retentionDecision', 'legalNote', 'questions', 'titleEn', 'introductionEn', 'introductionEasy', 'afterwardsEn']);

/**
 * Two people have changed the wave: what only one of them changed is taken, what both did is to be chosen.
 * @param {object} base what both started from
 * @param {object} current as somebody else has saved it
 * @param {object} yours as it was to be saved
 * @returns {{merged: object, conflicts: {path: string, current, yours}[]}}
 */
export function mergeWaves(base, current, yours) {
  const same = (a, b) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
  const conflicts = [];
  const merged = { ...yours };
  for (const path of WRITTEN) {
    const [then, theirs, mine] = [base[path], current[path], yours[path]];
    if (same(theirs, mine) || same(theirs, then)) continue;
    merged[path] = theirs;
    if (!same(mine, then)) conflicts.push({ path, current: theirs, yours: mine });
  }
  return { merged, conflicts };
}

/** What a wave is about, for a list: 'Hela kommunen', or its area's name. */
export function areaWords({ area, areaName }, t) {
  if (!area) return t('waves.area.all');
  return areaName ? t('waves.area.called', { name: areaName }) : t('waves.area.own');
}
