/** Places marked in surveys: triangles where people feel unsafe, ticked squares where they feel safe. */
import { drawUnsafePlace } from '../lib/symbols.js';
import { PointLayer } from './pointLayer.js';

const SIGNS = {
  radius({ properties }, zoom) {
    const base = zoom >= 16 ? 6.5 : zoom >= 15 ? 5 : zoom >= 13 ? 3.6 : 3;
    return Math.min(12, base * Math.pow(properties.count ?? 1, 0.3));
  },

  draw(context, points, view, colours) {
    for (const point of points) {
      drawUnsafePlace(context, view.x(point.x), view.y(point.y), SIGNS.radius(point, view.zoom), point.properties.safe, colours);
    }
  },
};

export function unsafeLayer(map, parameters) {
  return new PointLayer(map, parameters, SIGNS, { kind: 'unsafe', tiles: 'unsafe-places', ringPixels: 5 });
}
