/** The small pictures of the side panel and dialogs, drawn on 16 × 16. They never stand alone: a word is always beside. */
import { html } from '../lib/html.js';

const PATHS = {
  add: 'M8 2v12M2 8h12',
  alert: 'M8 1.5 15 14H1zM8 6v4M8 12v.5',
  area: 'M3 4.5 9 2l4.5 4-2 7.5-8 .5z',
  back: 'M10 2.5 4.5 8l5.5 5.5',
  check: 'M2.5 8.5 6 12l7.5-8',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  down: 'M3 5.5 8 11l5-5.5',
  download: 'M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11',
  edit: 'M2.5 13.5l.8-3.2 7.7-7.7 2.4 2.4-7.7 7.7z',
  forward: 'M6 2.5 11.5 8 6 13.5',
  help: 'M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.5-1.1.8-1.1 1.8M8 12v.6',
  line: 'M2.5 12.5 6 6l4 3 3.5-6',
  lock: 'M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  move: 'M8 1.5v13M1.5 8h13M6 3.5l2-2 2 2M6 12.5l2 2 2-2M3.5 6l-2 2 2 2M12.5 6l2 2-2 2',
  person: 'M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 14c.5-3 2.7-4.5 5.5-4.5s5 1.5 5.5 4.5',
  point: 'M8 14.5S3 9.7 3 6.3a5 5 0 0 1 10 0c0 3.4-5 8.2-5 8.2zM8 8a1.7 1.7 0 1 0 0-3.4A1.7 1.7 0 0 0 8 8z',
  remove: 'M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.7 9h6.6l.7-9M6.7 7v4M9.3 7v4',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.5 10.5l3.5 3.5',
  undo: 'M5.5 3 2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H6',
  upload: 'M8 10.5v-8M4.5 6 8 2.5 11.5 6M2.5 13.5h11',
  zoom: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.5 10.5l3.5 3.5M7 5v4M5 7h4',
};

/** The picture of that name, hidden from screen readers. */
export function icon(name) {
  const path = PATHS[name];
  if (!path) throw new RangeError(`icon "${name}" is none of ${Object.keys(PATHS).join(', ')}`);
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="${path}"></path></svg>`;
}
