/** What the panel shows when nothing is chosen: the hotspots and the measures, each under its tab. */
import { HotspotList } from './hotspotList.js';
import { MeasureList } from './measureList.js';
import { Tabs } from './tabs.js';

export class Overview {
  static defaults = {
    tab: 'hotspots',
    onTab: () => {},
    onHotspot: () => {},
    onMeasure: () => {},
    onNewMeasure: () => {},
  };

  #app;
  #options;
  #tabs = null;
  #lists = [];
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
    const { t, hotspots, measures } = this.#app;
    this.#tabs = new Tabs(body, {
      label: this.title,
      tabs: [
        { id: 'hotspots', label: t('overview.hotspots') },
        { id: 'measures', label: t('overview.measures') },
      ],
      selected: this.#options.tab,
      onSelect: this.#options.onTab,
    }).open();
    this.#lists = [
      new HotspotList(this.#app, this.#options.onHotspot).open(this.#tabs.panel('hotspots')),
      new MeasureList(this.#app, { onOpen: this.#options.onMeasure, onNew: this.#options.onNewMeasure }).open(this.#tabs.panel('measures')),
    ];
    this.#stops = [
      hotspots.subscribe(({ body: answer }) => this.#tabs?.count('hotspots', answer ? answer.numberMatched : '')),
      measures.subscribe(({ body: answer }) => this.#tabs?.count('measures', answer ? answer.features.length : '')),
    ];
  }

  close() {
    for (const stop of this.#stops) stop();
    for (const list of this.#lists) list.close();
    this.#tabs?.close();
    this.#tabs = null;
  }

  select(tab) {
    this.#tabs.select(tab);
  }
}
