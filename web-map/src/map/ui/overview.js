/** What the panel shows when nothing is chosen: hotspots, measures and, for those who may, analyses and the inbox, each under its tab. */
import { AnalysisList } from './analyses/analysisList.js';
import { HotspotList } from './hotspotList.js';
import { InboxPanel } from './inbox/inboxPanel.js';
import { MeasureList } from './measureList.js';
import { Tabs } from './tabs.js';

export class Overview {
  static defaults = {
    tab: 'hotspots',
    onTab: () => {},
    onHotspot: () => {},
    onMeasure: () => {},
    onNewMeasure: () => {},
    onAnalysis: () => {},
  };

  #app;
  #options;
  #tabs = null;
  #lists = [];
  #analyses = null;
  #inbox = null;
  #stops = [];

  constructor(app, options = {}) {
    this.#app = app;
    this.#options = { ...Overview.defaults, ...options };
  }

  get title() {
    return this.#app.t('overview.title');
  }

  get back() {
    return null;
  }

  open(body) {
    const { t, hotspots, measures, seesPoints, inbox } = this.#app;
    this.#tabs = new Tabs(body, {
      label: this.title,
      tabs: [
        { id: 'hotspots', label: t('overview.hotspots') },
        { id: 'measures', label: t('overview.measures') },
        ...(seesPoints ? [{ id: 'analyses', label: t('overview.analyses') }] : []),
        ...(inbox.length ? [{ id: 'inbox', label: t('overview.inbox') }] : []),
      ],
      selected: this.#options.tab,
      onSelect: (tab) => this.#onTab(tab),
    }).open();
    this.#lists = [
      new HotspotList(this.#app, this.#options.onHotspot).open(this.#tabs.panel('hotspots')),
      new MeasureList(this.#app, { onOpen: this.#options.onMeasure, onNew: this.#options.onNewMeasure }).open(this.#tabs.panel('measures')),
    ];
    if (seesPoints) this.#openAnalyses();
    if (inbox.length) this.#openInbox();
    this.#stops = [
      hotspots.subscribe(({ body: answer }) => this.#tabs?.count('hotspots', answer ? answer.numberMatched : '')),
      measures.subscribe(({ body: answer }) => this.#tabs?.count('measures', answer ? answer.features.length : '')),
      this.#app.inboxCounts.subscribe(({ total }) => this.#tabs?.count('inbox', total ?? '')),
    ];
  }

  #openAnalyses() {
    this.#analyses = new AnalysisList(this.#app, this.#options.onAnalysis).open(this.#tabs.panel('analyses'));
    this.#lists.push(this.#analyses);
    this.#analyses.shown = this.#tabs.selected === 'analyses';
  }

  #openInbox() {
    this.#inbox = new InboxPanel(this.#app, this.#app.inbox, this.#app.inboxCounts).open(this.#tabs.panel('inbox'));
    this.#lists.push(this.#inbox);
    this.#inbox.shown = this.#tabs.selected === 'inbox';
  }

  #onTab(tab) {
    if (this.#inbox) this.#inbox.shown = tab === 'inbox';
    if (this.#analyses) this.#analyses.shown = tab === 'analyses';
    this.#options.onTab(tab);
  }

  close() {
    for (const stop of this.#stops) stop();
    for (const list of this.#lists) list.close();
    this.#tabs?.close();
    this.#tabs = null;
  }

  /** Shows one thing in a section of the inbox. */
  showInInbox(section, id) {
    this.#tabs.select('inbox');
    this.#inbox?.show(section, id);
  }

  select(tab) {
    this.#tabs.select(tab);
  }
}
