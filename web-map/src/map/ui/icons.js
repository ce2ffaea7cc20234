/** The small pictures of the side panel and dialogs. They never stand alone: a word is always beside. */
import { html } from '../lib/html.js';
import { ICONS } from '../lib/pictures.js';

/** The picture of that name in images/icons.svg, hidden from screen readers. */
export function icon(name) {
  return html`<svg class="icon" aria-hidden="true" focusable="false"><use href="${ICONS}#${name}"></use></svg>`;
}
