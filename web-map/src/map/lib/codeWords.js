/** Pure: the words of sources that a search finds. */

/**
 * @param {{word: string, code: ?string}[]} words
 * @param {string} search parts of the word or of what it means, in any order; empty finds all
 * @param {(code: string) => string} typeName
 */
export function foundWords(words, search, typeName) {
  const parts = search.toLocaleLowerCase('sv').split(/\s+/).filter(Boolean);
  if (parts.length === 0) return words;
  return words.filter(({ word, code }) => {
    const text = `${word} ${code ?? ''} ${code ? typeName(code) : ''}`.toLocaleLowerCase('sv');
    return parts.every((part) => text.includes(part));
  });
}
