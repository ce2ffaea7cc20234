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
