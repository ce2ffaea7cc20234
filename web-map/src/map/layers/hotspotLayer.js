/**
 * Hotspots as outlines with their rank. Recorded crime: whole line, plain fill, round badge. Perceived unsafety: broken
 * line, slanted lines as fill, square badge. The chosen one is dark and drawn last; the one that list or pointer is on
 * gets a heavier line.
 */
import { boundsOf, boxesMeet } from '../lib/geometry.js';
import { worldGeometry } from '../lib/mercator.js';
import { badgeSize, drawBadge, hatch } from '../lib/symbols.js';
import { CanvasOverlay } from './canvasOverlay.js';
import { touches } from './hits.js';
import { palette } from './palette.js';

/** Outlines are told apart without colour too. */
const STREAM_DASH = Object.freeze({ crime: [], disorder: [2, 4], unsafety: [7, 4] });

export class HotspotLayer {
  static defaults = { pane: 'hotspots', badgePane: 'badges', opacity: 1 };

  #options;
  #outlines;
  #ranks;
  #colours = palette();
  #shapes = [];
  #badges = [];
  #selected = null;
  #hovered = null;

  constructor(map, options = {}) {
    this.#options = { ...HotspotLayer.defaults, ...options };
    const { pane, badgePane, opacity } = this.#options;
    this.#outlines = new CanvasOverlay(map, (context, view) => this.#draw(context, view), { pane, opacity });
    this.#ranks = new CanvasOverlay(map, (context, view) => this.#drawBadges(context, view), { pane: badgePane, opacity });
  }

  open() {
    this.#outlines.open();
    this.#ranks.open();
    return this;
  }

  close() {
    this.#outlines.close();
    this.#ranks.close();
  }

  set opacity(value) {
    this.#outlines.opacity = value;
    this.#ranks.opacity = value;
  }

  /** The features of GET /api/hotspots; unknown geometry is left out. */
  set features(features) {
    this.#shapes = features
      .filter(({ geometry }) => geometry)
      .map((feature) => {
        const shape = worldGeometry(feature.geometry);
        const box = boundsOf(shape.parts);
        return { id: feature.id, properties: feature.properties, box, corners: cornersOf(shape.parts), ...shape };
      });
    this.#redraw();
  }

  set selected(id) {
    if (id === this.#selected) return;
    this.#selected = id;
    this.#redraw();
  }

  set hovered(id) {
    if (id === this.#hovered) return;
    this.#hovered = id;
    this.#redraw();
  }

  /** Badges first, then the smallest outline, so that a hotspot within another can be reached. */
  hit(at) {
    const badge = this.#badges.find(({ minX, maxX, minY, maxY }) => at.x >= minX && at.x <= maxX && at.y >= minY && at.y <= maxY);
    const size = ({ box }) => (box.maxX - box.minX) * (box.maxY - box.minY);
    const found = badge?.shape ?? this.#shapes.filter((shape) => touches(shape, at)).sort((a, b) => size(a) - size(b))[0];
    return found ? { kind: 'hotspot', id: found.id, key: found.id, properties: found.properties } : null;
  }

  #redraw() {
    this.#outlines.redraw();
    this.#ranks.redraw();
  }

  #draw(context, view) {
    const patterns = { unsafety: hatch(context, this.#colours.unsafety) };
    for (const shape of this.#seen(view)) this.#outline(context, view, shape, patterns, this.#strength(shape));
  }

  /** What is in view, the least important first. */
  #seen(view) {
    return this.#shapes
      .filter((shape) => boxesMeet(shape.box, view.bounds))
      .sort((a, b) => this.#strength(a) - this.#strength(b) || b.properties.rank - a.properties.rank || (a.properties.stream === 'crime' ? 1 : -1));
  }

  #strength({ id }) {
    return id === this.#selected ? 2 : id === this.#hovered ? 1 : 0;
  }

  #outline(context, view, shape, patterns, strength) {
    const unsafety = shape.properties.stream === 'unsafety';
    const colour = strength === 2 ? this.#colours.selected : this.#colours[shape.properties.stream];
    context.beginPath();
    for (const part of shape.parts) {
      for (let i = 0; i < part.length; i += 2) {
        if (i) context.lineTo(view.x(part[i]), view.y(part[i + 1]));
        else context.moveTo(view.x(part[0]), view.y(part[1]));
      }
      context.closePath();
    }
    context.lineJoin = 'round';
    context.fillStyle = unsafety ? patterns.unsafety : this.#colours[shape.properties.stream];
    context.globalAlpha = (unsafety ? 0.38 : 0.13) + strength * 0.06;
    context.fill('evenodd');
    context.globalAlpha = 1;
    context.setLineDash([]);
    context.strokeStyle = this.#colours.paper;
    context.lineWidth = 4 + strength * 2;
    context.globalAlpha = 0.8;
    context.stroke();
    context.globalAlpha = 1;
    context.strokeStyle = colour;
    context.lineWidth = 2 + strength;
    context.setLineDash(STREAM_DASH[shape.properties.stream] ?? []);
    context.stroke();
    context.setLineDash([]);
  }

  /** At a corner of each outline, best rank first; a badge that finds no free corner becomes a dot. */
  #drawBadges(context, view) {
    const scale = Number(this.#colours.mapTextScale) || 1;
    const font = `650 ${Math.round(12 * scale)}px ${getComputedStyle(document.body).fontFamily}`;
    const taken = [];
    const waiting = [];
    for (const shape of this.#seen(view).reverse()) {
      const { rank, stream, comparison } = shape.properties;
      const size = badgeSize(context, { rank, status: comparison?.status, font, scale });
      const free = badgeBoxes(shape.corners, view, size).find((box) => !taken.some((other) => boxesMeet(other, box)));
      if (free) taken.push({ ...free, shape, size, stream, strong: shape.id === this.#selected, font });
      else waiting.push({ x: view.x(shape.corners[0].x), y: view.y(shape.corners[0].y), shape });
    }
    for (const { x, y, shape } of waiting) this.#dot(context, x, y, shape);
    for (const badge of taken.reverse()) drawBadge(context, badge.x, badge.y, badge, this.#colours);
    this.#badges = taken.map((badge) => this.#inWorld(badge, view));
  }

  #dot(context, x, y, { properties }) {
    context.beginPath();
    context.arc(x, y, 3, 0, 2 * Math.PI);
    context.fillStyle = this.#colours[properties.stream];
    context.fill();
  }

  #inWorld({ minX, maxX, minY, maxY, shape }, view) {
    const pixel = 1 / (256 * 2 ** view.zoom);
    const { minX: left, minY: top } = view.bounds;
    return { shape, minX: left + minX * pixel, maxX: left + maxX * pixel, minY: top + minY * pixel, maxY: top + maxY * pixel };
  }
}

/** How far the badge stands outside the outline, so that it covers little of what is inside. */
const BADGE_LIFT_PIXELS = 5;

/** The outermost corners of an outline with the direction outwards: top, right, left, bottom. */
function cornersOf(parts) {
  const corners = [[0, -1], [1, 0], [-1, 0], [0, 1]].map(([dx, dy]) => ({ dx, dy, x: 0, y: 0, reach: -Infinity }));
  for (const part of parts) {
    for (let i = 0; i < part.length; i += 2) {
      for (const corner of corners) {
        const reach = corner.dx * part[i] + corner.dy * part[i + 1];
        if (reach > corner.reach) Object.assign(corner, { x: part[i], y: part[i + 1], reach });
      }
    }
  }
  return corners;
}

/** Where a badge may stand, the best place first, in canvas pixels. */
function badgeBoxes(corners, view, { halfX, halfY }) {
  return corners.map(({ x: worldX, y: worldY, dx, dy }) => {
    const x = view.x(worldX) + dx * (halfX + BADGE_LIFT_PIXELS - 2);
    const y = view.y(worldY) + dy * BADGE_LIFT_PIXELS;
    return { x, y, minX: x - halfX - 2, maxX: x + halfX + 2, minY: y - halfY - 2, maxY: y + halfY + 2 };
  });
}
