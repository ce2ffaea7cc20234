import { placesSection } from './placesSection.js';
import { reportsSection } from './reportsSection.js';
import { textsSection } from './textsSection.js';

/**
 * The parts of the inbox, in the order they are offered. A section is an object with
 *
 *     id                       part of element ids, 'reports'
 *     roles                    who sees it; the tab is there when at least one section is
 *     title(t)                 its name in the row of sections
 *     async count(app)         how many things wait for somebody to decide; the tab's badge is the sum
 *     mount(element, app)      fills the element: list, what is done with an item, its own loading, empty and error states
 *     unmount()                takes everything back that `mount` began
 *
 * A section that has changed what waits says `app.bus.emit('inbox:changed')`; every count is then asked for anew. The
 * frame says 'inbox:changed' itself after 'data:changed', when the page is looked at again, and once a minute.
 */
export const SECTIONS = Object.freeze([reportsSection, placesSection, textsSection]);

/** Those of the sections this reader may see. */
export function permittedSections(app, sections = SECTIONS) {
  return sections.filter(({ roles }) => app.can(...roles));
}
