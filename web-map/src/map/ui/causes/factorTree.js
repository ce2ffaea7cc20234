/**
 * The factors of a cause card as a triangle, a fishbone or a list: three pictures of one tree with one keyboard. Arrow keys
 * go from factor to factor, Enter writes, Insert adds, Delete takes away (and can be undone), Alt with arrows moves.
 */
import { addFactor, allFactors, findFactor, moveTo, PERSPECTIVES, removeFactor, shift } from '../../lib/causeCard.js';
import { fishboneLayout, LEAST_WIDTH, triangleLayout } from '../../lib/causeDiagram.js';
import { attributes, html, on, render } from '../../lib/html.js';
import { icon } from '../icons.js';

const LINE = 18;

export class FactorTree {
  static defaults = {
    /** Told that the chosen factor is to be written in. */
    onWrite: () => {},
  };

  #app;
  #editor;
  #options;
  #root = null;
  #view = 'triangle';
  #width = 0;
  #stops = [];

  /** @param {import('../../lib/causeEditor.js').CauseEditor} editor */
  constructor(app, editor, options = {}) {
    this.#app = app;
    this.#editor = editor;
    this.#options = { ...FactorTree.defaults, ...options };
  }

  open(root) {
    this.#root = root;
    const observer = new ResizeObserver(() => this.#measure());
    observer.observe(root);
    this.#stops = [
      () => observer.disconnect(),
      this.#editor.subscribe((what) => (what === 'selected' ? this.#mark() : this.draw())),
      on(root, 'click', '[data-node]', (event, node) => this.#choose(node.dataset.node)),
      on(root, 'dblclick', '[data-node]', () => this.#options.onWrite()),
      on(root, 'keydown', '[data-node]', (event, node) => this.#onKey(event, node.dataset.node)),
    ];
    this.#measure();
    return this;
  }

  close() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  get view() {
    return this.#view;
  }

  set view(view) {
    this.#view = view;
    this.draw();
  }

  draw() {
    if (!this.#root) return;
    const focused = this.#root.contains(document.activeElement) ? document.activeElement.dataset.node : null;
    const narrow = this.#width < LEAST_WIDTH;
    if (this.#view === 'list' || narrow) render(this.#root, this.#list());
    else render(this.#root, this.#view === 'triangle' ? this.#triangle(this.#width) : this.#fishbone(this.#width));
    this.#mark();
    if (focused) this.focus(this.#find(focused) ? focused : this.#editor.selected);
  }

  /** Puts the focus on a node; on the first when it is gone. */
  focus(id) {
    (this.#find(id) ?? this.#root.querySelector('[data-node]'))?.focus();
  }

  #find(id) {
    return id ? this.#root.querySelector(`[data-node="${CSS.escape(id)}"]`) : null;
  }

  #measure() {
    const width = Math.floor(this.#root.clientWidth);
    if (width === this.#width || width === 0) return;
    this.#width = width;
    this.draw();
  }

  /** One node can be reached with Tab: the chosen one, or the first. */
  #mark() {
    const chosen = this.#find(this.#editor.selected) ?? this.#root.querySelector('[data-node]');
    for (const node of this.#root.querySelectorAll('[data-node]')) {
      node.setAttribute('tabindex', node === chosen ? '0' : '-1');
      node.setAttribute('aria-selected', String(node.dataset.node === this.#editor.selected));
    }
  }

  #choose(id) {
    this.#editor.select(id);
    this.#find(id)?.focus();
  }

  #onKey(event, id) {
    const action = this.#actionOf(event, id);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  }

  #actionOf({ key, altKey, ctrlKey, metaKey }, id) {
    if ((ctrlKey || metaKey) && key.toLowerCase() === 'z') return () => this.#editor.undo();
    if (ctrlKey || metaKey) return null;
    if (altKey) return { ArrowUp: () => this.#shift(id, -1), ArrowDown: () => this.#shift(id, 1), ArrowLeft: () => this.#move(id, -1), ArrowRight: () => this.#move(id, 1) }[key] ?? null;
    return {
      ArrowUp: () => this.#step(id, -1),
      ArrowDown: () => this.#step(id, 1),
      ArrowLeft: () => this.#toParent(id),
      ArrowRight: () => this.#toChild(id),
      Home: () => this.#go(this.#order()[0]),
      End: () => this.#go(this.#order().at(-1)),
      Enter: () => this.#write(id),
      F2: () => this.#write(id),
      ' ': () => this.#choose(id),
      Insert: () => this.add(id),
      '+': () => this.add(id),
      Delete: () => this.remove(id),
    }[key] ?? null;
  }

  #order() {
    return PERSPECTIVES.flatMap((side) => [side, ...allFactors(this.#editor.card).filter(({ perspective }) => perspective === side).map(({ factor }) => factor.id)]);
  }

  #go(id) {
    if (id) this.#choose(id);
  }

  #step(id, step) {
    const order = this.#order();
    this.#go(order[order.indexOf(id) + step]);
  }

  #toParent(id) {
    const found = findFactor(this.#editor.card, id);
    if (found) this.#go(found.parent?.id ?? found.perspective);
  }

  #toChild(id) {
    const found = findFactor(this.#editor.card, id);
    this.#go(found ? found.factor.causes[0]?.id : this.#editor.card.perspectives[id]?.[0]?.id);
  }

  #write(id) {
    this.#choose(id);
    this.#options.onWrite();
  }

  /** A new factor on the side, or a cause behind the factor, of that node; then it is written. */
  add(id) {
    const { t } = this.#app;
    const found = findFactor(this.#editor.card, id);
    const parent = found ? (found.parent?.id ?? found.factor.id) : null;
    const side = found?.perspective ?? (PERSPECTIVES.includes(id) ? id : PERSPECTIVES[0]);
    const added = addFactor(this.#editor.card, side, { words: t('cause.newFactor') }, parent);
    if (!added.id) return this.#app.announce(t('cause.full'));
    this.#editor.change(added.card);
    this.#choose(added.id);
    return this.#options.onWrite(true);
  }

  remove(id) {
    const { t } = this.#app;
    const found = findFactor(this.#editor.card, id);
    if (!found) return;
    const order = this.#order();
    const next = order[order.indexOf(id) - 1];
    this.#editor.change(removeFactor(this.#editor.card, id));
    this.#choose(next);
    this.#app.toasts.show(t('cause.removed', { words: found.factor.words }), { action: { label: t('undo'), run: () => this.#undo(id) } });
  }

  #undo(id) {
    this.#editor.undo();
    this.#choose(id);
  }

  #shift(id, step) {
    this.#editor.change(shift(this.#editor.card, id, step));
    this.#told(id);
  }

  #move(id, step) {
    const found = findFactor(this.#editor.card, id);
    const to = found ? PERSPECTIVES[PERSPECTIVES.indexOf(found.perspective) + step] : null;
    if (!to) return;
    this.#editor.change(moveTo(this.#editor.card, id, to));
    this.#told(id);
  }

  #told(id) {
    const { t } = this.#app;
    const found = findFactor(this.#editor.card, id);
    if (!found) return;
    this.#choose(id);
    this.#app.announce(t('cause.moved', { words: found.factor.words, side: t(`cause.side.${found.perspective}`), at: found.index + 1, of: found.siblings.length }));
  }

  #nameOf(factor) {
    const { t } = this.#app;
    const more = [
      factor.techniques.length > 0 && t('cause.techniquesOf', { numbers: factor.techniques.join(', ') }),
      factor.evidence && t('cause.restsOn', { item: t(`figures.item.${factor.evidence}`) }),
      factor.causes.length > 0 && t('cause.causesBehind', { count: factor.causes.length }),
    ].filter(Boolean);
    return [factor.words, ...more].join('. ');
  }

  #node(id, level, label, { set, at, expanded = null }) {
    return attributes({
      role: 'treeitem',
      'data-node': id,
      tabindex: -1,
      'aria-level': level,
      'aria-label': label,
      'aria-setsize': set,
      'aria-posinset': at,
      'aria-expanded': expanded,
    });
  }

  #list() {
    const { t } = this.#app;
    const { perspectives } = this.#editor.card;
    return html`
      <ul class="cause-tree" role="tree" aria-label="${t('cause.tree')}">
        ${PERSPECTIVES.map((side, i) => html`
          <li class="cause-tree__side cause-tree__side--${side}" role="none">
            <div class="cause-tree__head" ${this.#node(side, 1, `${t(`cause.side.${side}`)}. ${t('cause.factors', { count: perspectives[side].length })}`, { set: 3, at: i + 1, expanded: 'true' })}>${t(`cause.side.${side}`)}</div>
            <ul role="group">${perspectives[side].map((factor, at, all) => this.#item(factor, 2, at, all.length))}</ul>
            ${perspectives[side].length === 0 && html`<p class="muted cause-tree__none">${t('cause.none')}</p>`}
          </li>`)}
      </ul>`;
  }

  #item(factor, level, at, set) {
    return html`
      <li role="none">
        <div class="cause-tree__node cause-tree__node--${level}" ${this.#node(factor.id, level, this.#nameOf(factor), { set, at: at + 1, expanded: factor.causes.length ? 'true' : null })}>
          <span class="cause-tree__words">${factor.words}</span> ${this.#marks(factor)}
        </div>
        ${factor.causes.length > 0 && html`<ul role="group">${factor.causes.map((cause, i, all) => this.#item(cause, 3, i, all.length))}</ul>`}
      </li>`;
  }

  #marks(factor) {
    const { t } = this.#app;
    return html`${factor.evidence && html`<span class="tag">${icon('check')} ${t(`figures.item.${factor.evidence}`)}</span>`}${factor.techniques.length > 0 && html` <span class="tag">${t('cause.techniquesOf', { numbers: factor.techniques.join(', ') })}</span>`}`;
  }

  /** The picture for paper, as wide as it says. */
  paper(width) {
    return this.#view === 'fishbone' ? this.#fishbone(width) : this.#triangle(width);
  }

  #triangle(width) {
    const { t } = this.#app;
    const layout = triangleLayout(this.#editor.card, width);
    return this.#picture(layout, t('cause.view.triangle'), html`
      <polygon class="cause-diagram__triangle" points="${layout.triangle.map((point) => point.join(',')).join(' ')}"></polygon>
      ${this.#words(layout.middle.lines, layout.middle.x, layout.middle.y - (layout.middle.lines.length - 1) * 9, 'middle')}`);
  }

  #fishbone(width) {
    const { t } = this.#app;
    const layout = fishboneLayout(this.#editor.card, width);
    const { head } = layout;
    return this.#picture(layout, t('cause.view.fishbone'), html`
      ${layout.lines.map(([x1, y1, x2, y2], i) => html`<line class="cause-diagram__bone ${i === 0 ? 'cause-diagram__bone--spine' : ''}" ${attributes({ x1, y1, x2, y2 })}></line>`)}
      <rect class="cause-diagram__problem" ${attributes({ x: head.x, y: head.y, width: head.width, height: head.height, rx: 6 })}></rect>
      ${this.#words(head.lines, head.x + head.width / 2, head.y + head.height / 2 - (head.lines.length - 1) * 9 + 5, 'middle')}`);
  }

  /** The lines behind, then the nodes in the order in which they are read. */
  #picture({ width, height, heads, boxes }, label, behind) {
    const { perspectives } = this.#editor.card;
    const inOrder = PERSPECTIVES.flatMap((side) => [heads.find(({ id }) => id === side), ...boxes.filter(({ perspective }) => perspective === side)]);
    return html`
      <svg class="cause-diagram" role="tree" aria-label="${label}" viewBox="0 0 ${width} ${Math.ceil(height)}" ${attributes({ width, height: Math.ceil(height) })}>
        <g aria-hidden="true">${behind}</g>
        ${inOrder.map((box) => (box.level === 0 ? this.#head(box, perspectives[box.id].length) : this.#box(box)))}
      </svg>`;
  }

  #head(box, count) {
    const { t } = this.#app;
    const name = t(`cause.side.${box.id}`);
    return html`
      <g class="cause-diagram__head cause-diagram__head--${box.id}" ${this.#node(box.id, 1, `${name}. ${t('cause.factors', { count })}`, { set: 3, at: PERSPECTIVES.indexOf(box.id) + 1, expanded: 'true' })}>
        <rect ${attributes({ x: box.x + 2, y: box.y + 2, width: box.width - 4, height: box.height - 4, rx: 5 })}></rect>
        <text x="${box.x + 10}" y="${box.y + 19}">${name}</text>
      </g>`;
  }

  #box(box) {
    const found = findFactor(this.#editor.card, box.id);
    const label = this.#nameOf(box.factor);
    return html`
      <g class="cause-diagram__node cause-diagram__node--${box.perspective} cause-diagram__node--level${box.level}" ${this.#node(box.id, box.level + 1, label, { set: found.siblings.length, at: found.index + 1, expanded: box.factor.causes.length ? 'true' : null })}>
        <title>${label}</title>
        <rect ${attributes({ x: box.x + 2, y: box.y + 2, width: box.width - 4, height: box.height - 4, rx: 5 })}></rect>
        ${box.factor.evidence && html`<circle class="cause-diagram__evidence" cx="${box.x + box.width - 11}" cy="${box.y + 12}" r="4"></circle>`}
        ${this.#words(box.lines, box.x + 10, box.y + 20, 'start')}
      </g>`;
  }

  #words(lines, x, y, anchor) {
    return html`<text text-anchor="${anchor}">${lines.map((line, i) => html`<tspan x="${x}" y="${y + i * LINE}">${line}</tspan>`)}</text>`;
  }
}
