/** Composes everything around the map: side panel, account menu, tools, dialogs and toasts. */
import { ACCOUNT_ROLES, CHECK_ROLES, IMPORT_ROLES, MEASURE_WRITERS, REGISTER_ROLES, WALK_ROLES, WAVE_ROLES } from '../lib/audience.js';
import { html, on, render } from '../lib/html.js';
import { Drafts } from '../lib/drafts.js';
import { AccountMenu } from './accountMenu.js';
import { AccountsDialog } from './accountsDialog.js';
import { Catalogue } from './catalogue.js';
import { CodesDialog } from './registers/codesDialog.js';
import { CoverageDialog } from './registers/coverageDialog.js';
import { DatasetsDialog } from './registers/datasetsDialog.js';
import { icon } from './icons.js';
import { PageHost } from './pages/pageHost.js';
import { PageNav } from './pages/pageNav.js';
import { InboxCounts } from './inbox/inboxCounts.js';
import { permittedSections } from './inbox/sections.js';
import { ImportWizard } from './imports/importWizard.js';
import { PageDrop } from './imports/pageDrop.js';
import { Shortcuts } from './shortcuts.js';
import { ShortcutsDialog } from './shortcutsDialog.js';
import { SidePanel } from './sidePanel.js';
import { Toasts } from './toasts.js';
import { WalksDialog } from './walks/walksDialog.js';
import { WavesDialog } from './waves/wavesDialog.js';
import { Workspace } from './workspace.js';

/** Opens all of it once the map and the shared answers exist; see map/app.js for what `app` offers. */
export function openUi(app) {
  const { t, session } = app;
  app.catalogue = new Catalogue(app.api);
  app.drafts = new Drafts(localStorage, session.username);
  app.toasts = new Toasts(document.getElementById('toasts'), { closeLabel: t('close') });
  app.inbox = permittedSections(app);
  app.inboxCounts = new InboxCounts(app, app.inbox);
  if (app.inbox.length) app.inboxCounts.open();
  const panel = new SidePanel(document.getElementById('panel')).open();
  const workspace = new Workspace(app, panel, app.toasts).open();
  const actions = headerActions(app);
  openTools(document.getElementById('tools'), actions.filter(({ id }) => id === 'import' || (id === 'check' && app.can('planner'))));
  new AccountMenu(app, document.getElementById('account'), { actions }).open();
  openImports(app);
  new PageNav(app, document.getElementById('pages')).open();
  new PageHost(app, document.getElementById('page'), [document.getElementById('main')]).open();
  app.bus.listen('inbox:open', (section) => workspace.openInbox(section));
  app.bus.listen('map:needed', (needed) => workspace.makeRoom(needed));
  new Shortcuts(keys(app, workspace)).open();
  return { panel, workspace };
}

/** One wizard for the whole visit: it keeps its files when it is closed. */
function openImports(app) {
  if (!app.can(...IMPORT_ROLES)) return;
  const wizard = new ImportWizard(app);
  app.bus.listen('import:open', (asked) => (asked?.kind ? wizard.open([], asked) : wizard.open(asked ?? [])));
  new PageDrop(app.t, (files) => wizard.open(files)).open();
}

function headerActions(app) {
  const { t } = app;
  const mayImport = app.can(...IMPORT_ROLES);
  return [
    ...(mayImport ? [{ id: 'import', label: t('import.open'), icon: 'upload', run: () => app.bus.emit('import:open') }] : []),
    ...(app.can(...CHECK_ROLES) ? [{ id: 'check', label: t('areaCheck.open'), icon: 'search', run: () => app.state.set({ page: 'check', item: 'new' }) }] : []),
    ...(app.can(...WAVE_ROLES) ? [{ id: 'waves', label: t('waves.title'), icon: 'person', run: () => new WavesDialog(app).open() }] : []),
    ...(app.can(...WALK_ROLES) ? [{ id: 'walks', label: t('walks.title'), icon: 'move', run: () => new WalksDialog(app).open() }] : []),
    { id: 'datasets', label: t('datasets.open'), icon: 'area', run: () => new DatasetsDialog(app).open() },
    ...(app.can(...REGISTER_ROLES)
      ? [
          { id: 'codes', label: t('codes.open'), icon: 'edit', run: () => new CodesDialog(app).open() },
          { id: 'coverage', label: t('coverage.open'), icon: 'info', run: () => new CoverageDialog(app).open() },
        ]
      : []),
    ...(app.can(...ACCOUNT_ROLES) ? [{ id: 'accounts', label: t('accounts.title'), icon: 'person', run: () => new AccountsDialog(app).open() }] : []),
    { id: 'help', label: t('keys.open'), icon: 'help', run: () => new ShortcutsDialog(app.t).open() },
  ];
}

/** In the header stands only what is done often; the rest is in the account menu. */
function openTools(root, shown) {
  render(root, html`${shown.map(({ id, label, icon: picture }) => html`<button type="button" class="button button--header" id="open-${id}" data-action="${id}">${icon(picture)} <span>${label}</span></button>`)}`);
  on(root, 'click', '[data-action]', (event, button) => shown.find(({ id }) => id === button.dataset.action).run());
}

function keys(app, workspace) {
  const mayWrite = app.can(...MEASURE_WRITERS);
  return {
    '?': () => new ShortcutsDialog(app.t).open(),
    h: () => workspace.showTab('hotspots'),
    m: () => workspace.showTab('measures'),
    ...(app.seesPoints ? { a: () => workspace.showTab('analyses') } : {}),
    ...(app.inbox.length ? { i: () => workspace.showTab('inbox') } : {}),
    Escape: () => workspace.back(),
    ...(mayWrite ? { n: () => workspace.propose() } : {}),
  };
}
