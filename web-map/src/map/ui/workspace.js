/**
 * Decides what the panel shows: what the address names (a hotspot, a measure or an analysis), the lists when it names
 * nothing, or the form while a measure is written. Also deletes measures, with a way back.
 */
import { isAbort } from '../api.js';
import { knownFeature } from '../lib/knownFeature.js';
import { AnalysisPanel } from './analyses/analysisPanel.js';
import { HotspotPanel } from './hotspotPanel.js';
import { linkMeasure } from './inbox/reportRequests.js';
import { MeasureForm } from './measureForm.js';
import { MeasurePanel } from './measurePanel.js';
import { Overview } from './overview.js';

export class Workspace {
  #app;
  #panel;
  #toasts;
  #tab;
  #returnTo = null;
  #stops = [];

  constructor(app, panel, toasts) {
    this.#app = app;
    this.#panel = panel;
    this.#toasts = toasts;
    this.#tab = this.#firstTab;
  }

  open() {
    this.#stops = [
      this.#app.state.subscribe(['hotspot', 'measure', 'analysis', 'panel'], () => this.#follow()),
      this.#app.bus.listen('report:select', (id) => this.#openReport(id)),
      this.#app.bus.listen('measure:propose', ({ report = null, hotspot = null }) => this.#openForm({ report, hotspot })),
      this.#app.bus.listen('measure:edit', (id) => this.#edit({ id })),
    ];
    this.#follow({ focus: false });
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  showTab(tab) {
    if (!this.#mayShow(tab)) return;
    this.#tab = tab;
    this.#app.state.set(this.#lists());
    if (this.#panel.view instanceof Overview) this.#panel.view.select(tab);
  }

  /** The state in which the panel shows the list last looked at; an analysis stays on the map. */
  #lists() {
    const open = this.#app.state.value.analysis !== null;
    return { hotspot: null, measure: null, panel: open || this.#tab !== this.#firstTab ? this.#tab : null };
  }

  #mayShow(tab) {
    if (tab === 'analyses') return this.#app.seesPoints;
    return tab !== 'inbox' || this.#app.inbox.length > 0;
  }

  get #firstTab() {
    return this.#app.seesHotspots ? 'hotspots' : 'measures';
  }

  #onTab(tab) {
    this.#tab = tab;
    this.#app.state.set(this.#lists(), { history: 'replace' });
  }

  /** The inbox, and in it one section, for whoever was sent there from elsewhere. */
  openInbox(section) {
    if (this.#panel.view instanceof MeasureForm) return;
    this.showTab('inbox');
    this.#panel.rise();
    this.#panel.view.showInInbox(section);
  }

  /** A report that was chosen on the map: its place in the inbox. */
  #openReport(id) {
    if (this.#panel.view instanceof MeasureForm) return;
    this.showTab('inbox');
    this.#panel.rise();
    this.#panel.view.showInInbox('reports', id);
  }

  /** One step back to the lists; a form is only left by its own buttons. */
  back() {
    if (!(this.#panel.view instanceof MeasureForm)) this.#goBack();
  }

  /** Opens the form for a new measure, for a hotspot or for any place. */
  propose(hotspot = null) {
    this.#openForm({ hotspot });
  }

  #follow({ focus = true } = {}) {
    const { hotspot, measure, analysis, panel } = this.#app.state.value;
    if (measure) this.#openMeasure(measure, focus);
    else if (hotspot) this.#openHotspot(hotspot, focus);
    else if (analysis && !panel && this.#app.seesPoints) this.#openAnalysis(analysis, focus);
    else if (this.#panel.view instanceof Overview) this.#panel.view.select(panel ?? this.#tab);
    else this.#openOverview(focus);
  }

  #openOverview(focus) {
    const { panel } = this.#app.state.value;
    if (panel && this.#mayShow(panel)) this.#tab = panel;
    const overview = new Overview(this.#app, {
      tab: this.#tab,
      onTab: (tab) => this.#onTab(tab),
      onHotspot: (feature) => this.#select({ hotspot: feature.id, measure: null }, feature.geometry, `hotspot-${feature.id}`),
      onMeasure: (id) => this.#selectMeasure(id),
      onNewMeasure: () => this.propose(),
      onAnalysis: (method) => this.#chooseAnalysis(method),
    });
    this.#panel.show(overview, { focus: false });
    if (!focus) return;
    const item = this.#returnTo && document.getElementById(this.#returnTo);
    if (item) item.focus();
    else this.#panel.focusTitle();
  }

  #openHotspot(id, focus) {
    this.#tab = 'hotspots';
    this.#returnTo ??= `hotspot-${id}`;
    const view = new HotspotPanel(this.#app, id, {
      back: this.#backToList(),
      onPropose: (feature) => this.propose(feature),
      onMeasure: (measure) => this.#selectMeasure(measure),
      onTitle: (title) => this.#panel.view === view && this.#panel.retitle(title),
    });
    this.#panel.show(view, { focus });
    this.#panel.rise();
  }

  #openMeasure(id, focus) {
    this.#tab = 'measures';
    const view = new MeasurePanel(this.#app, id, {
      back: this.#backToList(),
      onEdit: (feature) => this.#edit(feature),
      onDelete: (feature) => this.#delete(feature),
      onHotspot: (hotspot) => this.#app.state.set({ hotspot, measure: null }),
      onWhole: (measure) => this.#app.state.set({ page: 'plan', item: String(measure) }),
      onTitle: (title) => this.#panel.view === view && this.#panel.retitle(title),
    });
    this.#panel.show(view, { focus });
    this.#panel.rise();
  }

  #openAnalysis(method, focus) {
    this.#tab = 'analyses';
    this.#returnTo = `analysis-${method}`;
    const view = new AnalysisPanel(this.#app, method, {
      back: { label: this.#app.t('back.analyses'), run: () => this.#goBack() },
      onClose: () => this.#app.state.set({ ...this.#lists(), analysis: null, set: {} }),
      onChosen: () => this.#panel.toTop(),
    });
    this.#panel.show(view, { focus });
    this.#panel.rise();
  }

  /** Opens an analysis from the list; the one that lies on the map keeps its settings. */
  #chooseAnalysis(method) {
    const { analysis, set, layers } = this.#app.state.value;
    this.#returnTo = `analysis-${method}`;
    const shown = { ...layers, analysis: layers.analysis || 1 };
    this.#app.state.set({ analysis: method, set: analysis === method ? set : {}, panel: null, hotspot: null, measure: null, layers: shown });
  }

  /** Where "back" leads: from a hotspot or measure to the analysis it was looked up from, from everything else to the lists. */
  #goBack() {
    const { hotspot, measure } = this.#app.state.value;
    this.#app.state.set(this.#comesFromAnalysis && (hotspot || measure) ? { hotspot: null, measure: null } : this.#lists());
  }

  get #comesFromAnalysis() {
    const { analysis, panel } = this.#app.state.value;
    return this.#app.seesPoints && analysis !== null && panel === null;
  }

  #backToList() {
    return { label: this.#app.t(this.#comesFromAnalysis ? 'back.analysis' : 'back.list'), run: () => this.#goBack() };
  }

  #select(patch, geometry, returnTo) {
    this.#returnTo = returnTo;
    if (geometry) this.#app.map.fit(geometry);
    this.#app.state.set(patch);
  }

  #selectMeasure(id) {
    const feature = knownFeature(this.#app.measures, id);
    this.#select({ measure: String(id), hotspot: null }, feature?.geometry, `measure-${id}`);
  }

  async #edit(feature) {
    const { api, t } = this.#app;
    const before = this.#panel.view;
    try {
      const answer = await api.get(`/api/measures/${encodeURIComponent(feature.id)}`, { supersede: 'measure-edit' });
      // the reader may have begun to write something else meanwhile
      const writes = this.#panel.view !== before && this.#panel.view instanceof MeasureForm;
      if (!writes) this.#openForm({ feature: answer.body, etag: answer.etag });
    } catch (error) {
      if (!isAbort(error)) this.#toasts.show(error.detail || t('measure.notHere'), { kind: 'danger' });
    }
  }

  #openForm(options) {
    const { t } = this.#app;
    const form = new MeasureForm(this.#app, {
      ...options,
      back: { label: t('back.noSave'), run: () => this.#follow() },
      onDropDraft: () => this.#openForm(options),
      onSaved: (saved) => this.#saved(saved, options.report),
      onDrawing: (drawing) => this.makeRoom(drawing),
    });
    this.#panel.show(form);
    this.#panel.rise();
  }

  /** While drawing on a phone the panel leaves the map free. */
  makeRoom(drawing) {
    document.body.classList.toggle('drawing', drawing);
    if (drawing) this.#panel.giveWay();
    else this.#panel.rise();
  }

  async #saved(feature, report = null) {
    const { measures, hotspots, state, t } = this.#app;
    if (report) await linkMeasure(this.#app, report.id, feature.id).catch((error) => this.#toasts.show(error.detail, { kind: 'danger' }));
    await measures.reload();
    hotspots.reload();
    this.#returnTo = `measure-${feature.id}`;
    const shown = String(state.value.measure) === String(feature.id);
    state.set({ measure: String(feature.id), hotspot: null });
    if (shown) this.#follow();
    this.#toasts.show(t('measure.saved', { title: feature.properties.title }), { kind: 'success' });
  }

  async #delete(feature) {
    const { api, t, measures, hotspots, state } = this.#app;
    const path = `/api/measures/${encodeURIComponent(feature.id)}`;
    try {
      await api.delete(path, { ifMatch: `"v${feature.properties.version}"` });
    } catch (error) {
      if (error.status === 412) await measures.reload();
      this.#toasts.show(error.status === 412 ? t('measure.changedMeanwhile') : error.detail, { kind: 'danger' });
      return;
    }
    this.#returnTo = null;
    state.set({ measure: null, hotspot: null });
    measures.reload();
    hotspots.reload();
    this.#toasts.show(t('measure.deleted', { title: feature.properties.title }), { action: { label: t('undo'), run: () => this.#restore(feature) } });
  }

  async #restore(feature) {
    const { api, t, measures, hotspots } = this.#app;
    try {
      await api.post(`/api/measures/${encodeURIComponent(feature.id)}/restore`, {});
      await measures.reload();
      hotspots.reload();
      this.#selectMeasure(feature.id);
      this.#toasts.show(t('measure.restored', { title: feature.properties.title }), { kind: 'success' });
    } catch (error) {
      this.#toasts.show(error.detail || t('form.failed'), { kind: 'danger' });
    }
  }
}
