/** Incidents as dots whose area follows their number; the service has already put together what lies close. */
import { drawIncident, incidentRadius } from '../lib/symbols.js';
import { PointLayer } from './pointLayer.js';

/** A dot that is smaller has no room for its number. */
const NUMBERED_FROM = { pixels: 8.5, count: 10 };

const DOTS = {
  radius: ({ properties }, zoom) => incidentRadius(properties.count, zoom),

  /** The large ones first, so that they hide no small ones. */
  draw(context, points, view, colours) {
    for (const point of points.sort((a, b) => b.properties.count - a.properties.count)) {
      const { count } = point.properties;
      const radius = DOTS.radius(point, view.zoom);
      const [x, y] = [view.x(point.x), view.y(point.y)];
      drawIncident(context, x, y, radius, colours);
      if (radius >= NUMBERED_FROM.pixels && count >= NUMBERED_FROM.count) writeNumber(context, x, y, count, colours);
    }
  },
};

export function incidentsLayer(map, parameters) {
  return new PointLayer(map, parameters, DOTS, { kind: 'incidents', tiles: 'incidents' });
}

function writeNumber(context, x, y, count, colours) {
  context.font = `600 10px ${getComputedStyle(document.body).fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = colours.inkOnDark;
  context.fillText(count > 999 ? '999+' : String(count), x, y + 0.5);
}
