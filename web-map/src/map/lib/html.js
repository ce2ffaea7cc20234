/**
 * The one escaping template: every piece of HTML on the page is made here, and no other file touches innerHTML.
 *
 *     render(list, html`<ul>${names.map((name) => html`<li>${name}</li>`)}</ul>`);
 *
 * Values are escaped for text and for quoted attributes; write attributes with double quotes, always.
 * A `Markup` inside a template stays as it is, an array is joined, and null, undefined and false become nothing.
 */
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that is safe to put in an element: only `html` and `attributes` make it. */
export class Markup {
  #text;

  constructor(text, maker) {
    if (maker !== MAKER) throw new TypeError('Markup is made by html`…` and attributes(…) only');
    this.#text = text;
  }

  toString() {
    return this.#text;
  }
}

const MAKER = Symbol('html');

/** Escapes `text` for element content and quoted attribute values. */
export function escape(text) {
  return String(text).replace(/[&<>"']/g, (character) => ENTITIES[character]);
}

function part(value) {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Markup) return value.toString();
  if (Array.isArray(value)) return value.map(part).join('');
  return escape(value);
}

/** Template tag that answers a `Markup`. Also right for SVG inside an HTML `<svg>` element. */
export function html(strings, ...values) {
  let text = strings[0];
  for (let i = 0; i < values.length; i++) text += part(values[i]) + strings[i + 1];
  return new Markup(text, MAKER);
}

/**
 * Attributes from an object: `true` gives the bare name, null, undefined and false leave it out.
 * Names come from code, never from data; a name with other characters than letters, digits and '-' is refused.
 */
export function attributes(values) {
  const parts = [];
  for (const [name, value] of Object.entries(values)) {
    if (!/^[a-zA-Z][a-zA-Z0-9-]*$/.test(name)) throw new TypeError(`attribute name "${name}" is not allowed`);
    if (value === null || value === undefined || value === false) continue;
    parts.push(value === true ? name : `${name}="${escape(value)}"`);
  }
  return new Markup(parts.join(' '), MAKER);
}

/**
 * Replaces the content of `element`. The focus stays where it was when the focused element has an id that the new
 * content has too, so that a list that is drawn again does not throw a keyboard user to the top of the page.
 */
export function render(element, markup) {
  if (!(markup instanceof Markup)) throw new TypeError('render needs Markup made by html`…`');
  const focused = element.contains(document.activeElement) ? document.activeElement.id : '';
  element.innerHTML = markup.toString();
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  return element;
}

/** The first element of `markup`, not yet in the page. */
export function element(markup) {
  const template = document.createElement('template');
  template.innerHTML = markup.toString().trim();
  return template.content.firstElementChild;
}

/**
 * Listens for `type` on `root` and calls `handler(event, target)` when the event comes from inside `selector`.
 * Answers a function that stops listening.
 */
export function on(root, type, selector, handler) {
  const listener = (event) => {
    const target = event.target.closest?.(selector);
    if (target && root.contains(target)) handler(event, target);
  };
  root.addEventListener(type, listener);
  return () => root.removeEventListener(type, listener);
}
