/**
 * Hotspots as outlines with their rank. Recorded crime: whole line, plain fill, square badge. Perceived unsafety: broken
 * line, slanted lines as fill, round badge. The chosen one is dark and drawn last; the one that list or pointer is on
 * gets a heavier line.
 */
import { boundsOf, boxesMeet } from '../lib/geometry.js';
import { worldGeometry, worldX, worldY } from '../lib/mercator.js';
import { badgeSize, drawBadge, hatch } from '../lib/symbols.js';
import { CanvasOverlay } from './canvasOverlay.js';
import { touches } from './hits.js';
import { palette } from './palette.js';

export class HotspotLayer {
  static defaults = { pane: 'hotspots', opacity: 1, smallestPixels: 7 };

  #options;
  #overlay;
  #map;
  #colours = palette();
  #shapes = [];
  #badges = [];
  #selected = null;
  #hovered = null;

  constructor(map, options = {}) {
    this.#map = map;
    this.#options = { ...HotspotLayer.defaults, ...options };
    this.#overlay = new CanvasOverlay(map, (context, view) => this.#draw(context, view), this.#options);
  }

  open() {
    this.#overlay.open();
    return this;
  }

  close() {
    this.#overlay.close();
  }

  set opacity(value) {
    this.#overlay.opacity = value;
  }

  drawNow() {
    this.#overlay.drawNow();
  }

  /** The features of GET /api/hotspots; unknown geometry is left out. */
  set features(features) {
    this.#shapes = features
      .filter(({ geometry }) => geometry)
      .map((feature) => {
        const shape = worldGeometry(feature.geometry);
        const [lon, lat] = feature.properties.centre ?? [];
        const box = boundsOf(shape.parts);
        const centre = lon === undefined ? { x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2 } : { x: worldX(lon), y: worldY(lat) };
        return { id: feature.id, properties: feature.properties, box, centre, ...shape };
      });
    this.#overlay.redraw();
  }

  set selected(id) {
    if (id === this.#selected) return;
    this.#selected = id;
    this.#overlay.redraw();
  }

  set hovered(id) {
    if (id === this.#hovered) return;
    this.#hovered = id;
    this.#overlay.redraw();
  }

  /** Badges first, then the smallest outline, so that a hotspot within another can be reached. */
  hit(at) {
    const badge = this.#badges.find(({ minX, maxX, minY, maxY }) => at.x >= minX && at.x <= maxX && at.y >= minY && at.y <= maxY);
    const size = ({ box }) => (box.maxX - box.minX) * (box.maxY - box.minY);
    const found = badge?.shape ?? this.#shapes.filter((shape) => touches(shape, at)).sort((a, b) => size(a) - size(b))[0];
    return found ? { kind: 'hotspot', id: found.id, key: found.id, properties: found.properties } : null;
  }

  #draw(context, view) {
    const seen = this.#shapes.filter((shape) => boxesMeet(shape.box, view.bounds));
    const strength = ({ id }) => (id === this.#selected ? 2 : id === this.#hovered ? 1 : 0);
    seen.sort((a, b) => strength(a) - strength(b) || b.properties.rank - a.properties.rank);
    const patterns = { unsafety: hatch(context, this.#colours.unsafety) };
    for (const shape of seen) this.#outline(context, view, shape, patterns, strength(shape));
    this.#drawBadges(context, view, seen.reverse());
  }

  #outline(context, view, shape, patterns, strength) {
    const unsafety = shape.properties.stream === 'unsafety';
    const colour = strength === 2 ? this.#colours.selected : unsafety ? this.#colours.unsafety : this.#colours.crime;
    context.beginPath();
    for (const part of shape.parts) {
      for (let i = 0; i < part.length; i += 2) {
        if (i) context.lineTo(view.x(part[i]), view.y(part[i + 1]));
        else context.moveTo(view.x(part[0]), view.y(part[1]));
      }
      context.closePath();
    }
    context.lineJoin = 'round';
    context.fillStyle = unsafety ? patterns.unsafety : colour;
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
    context.setLineDash(unsafety ? [7, 4] : []);
    context.stroke();
    context.setLineDash([]);
  }

  /** Best rank first; where two badges would lie on each other the lesser becomes a dot. */
  #drawBadges(context, view, shapes) {
    const font = `650 12px ${getComputedStyle(document.body).fontFamily}`;
    const taken = [];
    const waiting = [];
    for (const shape of shapes) {
      const { rank, stream, comparison } = shape.properties;
      const x = view.x(shape.centre.x);
      const y = view.y(shape.centre.y);
      const size = badgeSize(context, { rank, status: comparison?.status, font });
      const box = { minX: x - size.halfX - 2, maxX: x + size.halfX + 2, minY: y - size.halfY - 2, maxY: y + size.halfY + 2, shape };
      if (taken.some((other) => boxesMeet(other, box))) waiting.push({ x, y, shape });
      else taken.push({ ...box, x, y, size, unsafety: stream === 'unsafety', strong: shape.id === this.#selected, font });
    }
    for (const { x, y, shape } of waiting) this.#dot(context, x, y, shape);
    for (const badge of taken.reverse()) drawBadge(context, badge.x, badge.y, badge, this.#colours);
    this.#badges = taken.map((badge) => this.#inWorld(badge));
  }

  #dot(context, x, y, { properties }) {
    context.beginPath();
    context.arc(x, y, 3, 0, 2 * Math.PI);
    context.fillStyle = properties.stream === 'unsafety' ? this.#colours.unsafety : this.#colours.crime;
    context.fill();
  }

  #inWorld({ size, shape }) {
    const pixel = 1 / (256 * 2 ** this.#map.getZoom());
    const { centre } = shape;
    return {
      shape,
      minX: centre.x - size.halfX * pixel,
      maxX: centre.x + size.halfX * pixel,
      minY: centre.y - size.halfY * pixel,
      maxY: centre.y + size.halfY * pixel,
    };
  }
}
