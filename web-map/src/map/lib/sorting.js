// Sorting rows of a table by what a person sees.

/**
 * A new array sorted by one column; rows without a value stand last in both directions, ties keep their order.
 * @param {object[]} rows
 * @param {(row: object) => (string|number|null|undefined)} valueOf
 * @param {'ascending'|'descending'} direction
 * @param {string} language for text
 */
export function sorted(rows, valueOf, direction, language) {
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const sign = direction === 'descending' ? -1 : 1;
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .sort((a, b) => {
      const missing = (a.value ?? null) === null ? 1 : 0;
      const otherMissing = (b.value ?? null) === null ? 1 : 0;
      if (missing || otherMissing) return missing - otherMissing;
      const compared =
        typeof a.value === 'number' && typeof b.value === 'number' ? a.value - b.value : collator.compare(String(a.value), String(b.value));
      return sign * compared;
    })
    .map(({ row }) => row);
}
