/** What each save changed, from every state that something had. Pure. */

/**
 * @param {{version: number, state: object, withdrawn: boolean, savedAt: string, savedBy: string}[]} states the first first
 * @param {(before: object, after: object) => [string, *, *][]} changes names with the value before and after
 * @returns {{version: number, savedAt: string, savedBy: string, kind: string, changes: [string, *, *][]}[]} the latest first;
 *     kind is began, changed, same, withdrawn, restored or approved
 */
export function savedSteps(states, changes) {
  return states
    .map((saved, i) => {
      const before = states[i - 1];
      const changed = before ? changes(before.state, saved.state) : [];
      return { version: saved.version, savedAt: saved.savedAt, savedBy: saved.savedBy, kind: kindOf(before, saved, changed), changes: changed };
    })
    .reverse();
}

function kindOf(before, saved, changed) {
  if (!before) return 'began';
  if (saved.withdrawn && !before.withdrawn) return 'withdrawn';
  if (!saved.withdrawn && before.withdrawn) return 'restored';
  if (saved.state.approved && !before.state.approved) return 'approved';
  return changed.length ? 'changed' : 'same';
}

/** The members of two flat states that differ. */
export function changedMembers(names) {
  return (before, after) => names.filter((name) => (before[name] ?? '') !== (after[name] ?? '')).map((name) => [name, before[name] ?? '', after[name] ?? '']);
}
