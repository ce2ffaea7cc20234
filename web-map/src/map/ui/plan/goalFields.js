/**
 * What a measure shall achieve. Before a reduction is promised, the page tells what has happened at the place and how
 * small a reduction there could be shown; where none could, it says so and proposes something that can be seen.
 */
import { outlineOf } from '../../lib/actionPlan.js';
import { isAbort } from '../../api.js';
import { attributes, html, on, render } from '../../lib/html.js';
import { areaField, notice, selectField, textField } from '../fields.js';

const PAUSE_MILLIS = 250;
const USUAL_MONTHS = 12;
const USUAL_METRES = 100;

export class GoalFields {
  #app;
  #root;
  #options;
  #kind;
  #start;
  #told = null;
  #timer = 0;
  #stops = [];

  /** @param {{goal: ?object, geometry: () => ?object, types: () => string[], onChange: () => void}} options */
  constructor(app, root, options) {
    this.#app = app;
    this.#root = root;
    this.#options = options;
    this.#start = options.goal ?? {};
    this.#kind = options.goal?.kind ?? '';
  }

  open() {
    this.#draw();
    this.#stops = [
      on(this.#root, 'change', '#field-goalKind', (event, control) => this.#choose(control.value)),
      on(this.#root, 'input', '#field-months, #field-withinMetres', () => this.ask()),
      on(this.#root, 'input', '#field-percent', () => this.#tell()),
    ];
    const details = this.#root.closest('details');
    const toggled = () => details.open && this.ask();
    details?.addEventListener('toggle', toggled);
    this.#stops.push(() => details?.removeEventListener('toggle', toggled));
    if (details?.open) this.ask();
    return this;
  }

  close() {
    clearTimeout(this.#timer);
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  /** The goal as it is written; null for none. */
  get written() {
    if (!this.#kind) return null;
    const value = (name) => this.#root.querySelector(`#field-${name}`)?.value.trim() ?? '';
    const number = (name) => (value(name) === '' ? null : Number(value(name).replace(',', '.')));
    const whole = { kind: this.#kind, months: number('months') ?? USUAL_MONTHS, types: this.#options.types() };
    if (this.#kind === 'process') return { ...whole, indicator: value('indicator'), unit: value('unit'), target: number('target') };
    if (this.#kind === 'unsafety-down') return { ...whole, types: [], percent: number('percent') };
    return { ...whole, percent: number('percent'), withinMetres: number('withinMetres') ?? USUAL_METRES, acknowledged: value('acknowledged') };
  }

  /** Asks anew what could be shown; called when the place or the types change as well. */
  ask() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), PAUSE_MILLIS);
  }

  async #ask() {
    const geometry = this.#options.geometry();
    const place = this.#root.querySelector('#goal-detectable');
    if (!geometry || !place || !this.#root.closest('details')?.open) return;
    const months = Number(this.#root.querySelector('#field-months')?.value || USUAL_MONTHS);
    const within = Number(this.#root.querySelector('#field-withinMetres')?.value || (geometry.type === 'Polygon' ? 0 : USUAL_METRES));
    const parameters = { outline: outlineOf(geometry), months, within };
    const types = this.#options.types();
    if (types.length) parameters.types = types.join(',');
    try {
      const answer = await this.#app.api.get('/api/measures/detectable', { parameters, supersede: 'detectable' });
      this.#told = answer.body;
      this.#tell();
    } catch (error) {
      if (!isAbort(error)) render(place, notice('info', error.errors?.[0]?.reason ?? error.detail ?? this.#app.t('goal.failed')));
    }
  }

  #choose(kind) {
    this.#start = { ...this.#start, ...(this.written ?? {}) };
    this.#kind = kind;
    this.#draw();
    this.#root.querySelector('#field-goalKind').focus();
    this.ask();
    this.#options.onChange();
  }

  #draw() {
    const { t } = this.#app;
    const kinds = this.#told?.advice === 'incidents' ? ['incidents-down', 'process', 'unsafety-down'] : ['process', 'unsafety-down', 'incidents-down'];
    const g = this.#start;
    const months = textField({ name: 'months', label: t('goal.months') }, { type: 'number', min: 1, max: 60, value: g.months ?? USUAL_MONTHS });
    const percent = textField({ name: 'percent', label: t(`goal.percent.${this.#kind || 'incidents-down'}`) }, { type: 'number', min: 1, max: 95, value: g.percent ?? '' });
    const within = g.withinMetres ?? (this.#options.geometry()?.type === 'Polygon' ? 0 : USUAL_METRES);
    render(
      this.#root,
      html`
        <div id="goal-detectable" aria-live="polite"><p class="muted">${t('goal.counting')}</p></div>
        ${selectField({ name: 'goalKind', label: t('goal.kind') }, [{ value: '', label: t('goal.kind.none') }, ...kinds.map((kind) => ({ value: kind, label: t(`goal.kind.${kind}`) }))], this.#kind)}
        ${this.#kind === 'process' && html`
          ${textField({ name: 'indicator', label: t('goal.indicator'), hint: t('goal.indicatorHint') }, { value: g.indicator ?? '', maxlength: 200 })}
          <div class="form__pair">${textField({ name: 'target', label: t('goal.target') }, { inputmode: 'decimal', value: g.target ?? '' })}${textField({ name: 'unit', label: t('goal.unit') }, { value: g.unit ?? '', maxlength: 40 })}</div>`}
        ${this.#kind === 'incidents-down' && html`<div class="form__pair">${percent}${textField({ name: 'withinMetres', label: t('goal.within') }, { type: 'number', min: 0, max: 500, value: within })}</div>`}
        ${this.#kind === 'unsafety-down' && percent}
        ${this.#kind && months}
        ${this.#kind === 'incidents-down' && html`<div id="goal-acknowledge" ${attributes({ hidden: !g.acknowledged })}>${areaField({ name: 'acknowledged', label: t('goal.acknowledged'), hint: t('goal.acknowledgedHint') }, { value: g.acknowledged ?? '', rows: 2, maxlength: 1000 })}</div>`}`,
    );
    this.#tell();
  }

  /** What could be shown, beside the goal; the group's own reason is asked for when the goal lies below. */
  #tell() {
    const { t } = this.#app;
    const place = this.#root.querySelector('#goal-detectable');
    if (!this.#told || !place) return;
    const { from, to, months, count, tests, invented } = this.#told;
    if (!from) {
      render(place, notice('info', t('goal.noData')));
      return;
    }
    const [poisson, observed, cautious] = tests.map(({ percent }) => (percent === null ? t('goal.none') : t('goal.atLeast', { percent })));
    const never = tests[0].percent === null;
    const words = t(never ? 'goal.never' : 'goal.smallest', { count, months, percent: tests[0].percent ?? 0 });
    render(
      place,
      html`${notice(never || count < 15 ? 'warning' : 'info', words, html`
        <p>${t('goal.period', { from, to })} ${invented && t('goal.invented')}</p>
        ${!never && html`<ul class="plain"><li>${t('goal.test.poisson')}: ${poisson}</li><li>${t('goal.test.observed')}: ${observed}</li><li>${t('goal.test.cautious')}: ${cautious}</li></ul>`}
        ${count < 15 && html`<p>${t('goal.advice')}</p>`}`)}`,
    );
    const wanted = Number(this.#root.querySelector('#field-percent')?.value || 0);
    const below = this.#kind === 'incidents-down' && wanted > 0 && (never || wanted < tests[0].percent);
    const reason = this.#root.querySelector('#goal-acknowledge');
    if (reason) reason.hidden = !below && !this.#root.querySelector('#field-acknowledged').value;
  }
}
