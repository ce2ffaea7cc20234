import { render } from '../../lib/html.js';

const drawn = new WeakMap();

/**
 * Draws `markup` into `element` unless it is there already: what has not changed keeps its focus, its open list and its
 * scrolling. Answers whether something was drawn.
 */
export function renderChanged(element, markup) {
  const text = String(markup);
  if (drawn.get(element) === text) return false;
  const scrolled = [...element.querySelectorAll('.table-scroll')].map(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop]);
  render(element, markup);
  drawn.set(element, text);
  element.querySelectorAll('.table-scroll').forEach((each, i) => scrolled[i] && each.scrollTo(...scrolled[i]));
  return true;
}
