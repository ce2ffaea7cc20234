/**
 * The pages beside the map: what the group does with what the map shows. Each is one module, loaded when it is first
 * opened, that exports a class
 *
 *     new Page(app, { go })      go(item) shows another part of the page and is a step that "back" undoes
 *     page.title                 of the whole page, the heading
 *     page.open(root, item)      draws into root; item is what the address says after `item=`, or null
 *     page.show(item)            the address has changed
 *     page.close()
 *
 * The page's class stands in this folder as `idPage.js`; what it is made of stands in the folder of its subject (`plan`,
 * `picture`, `meetings` …). A page is listed here as soon as it exists, with who may see it.
 */

import { CHECK_READERS, EXPORT_ROLES, MEETING_ROLES, PLAN_ROLES, POINT_ROLES, PUBLISH_ROLES } from '../../lib/audience.js';

/** { id, label (a text's key), roles, load } in the order they stand in the header; `hidden` ones are reached from elsewhere. */
export const PAGES = Object.freeze([
  { id: 'picture', label: 'page.picture', roles: ['est-member', 'est-coordinator', 'steering'], load: () => import('./picturePage.js') },
  { id: 'plan', label: 'page.plan', roles: PLAN_ROLES, load: () => import('./planPage.js') },
  { id: 'cause', label: 'page.cause', roles: POINT_ROLES, hidden: true, load: () => import('./causePage.js') },
  { id: 'meeting', label: 'meeting.page', roles: MEETING_ROLES, load: () => import('./meetingPage.js') },
  { id: 'followup', label: 'page.followup', roles: ['est-member', 'est-coordinator', 'steering'], load: () => import('./followupPage.js') },
  { id: 'documents', label: 'page.documents', roles: ['est-member', 'est-coordinator', 'steering', 'admin'], load: () => import('./documentsPage.js') },
  { id: 'publish', label: 'publish.page', roles: PUBLISH_ROLES, load: () => import('./publishPage.js') },
  { id: 'check', label: 'page.check', roles: CHECK_READERS, load: () => import('./checkPage.js') },
  { id: 'exports', label: 'page.exports', roles: EXPORT_ROLES, load: () => import('./exportsPage.js') },
]);

/** The pages that somebody with these rights may open. */
export function permittedPages(app) {
  return PAGES.filter(({ roles }) => app.can(...roles));
}
