/** A drawn place in words: what kind, how long or large, and where its middle is. */
import { areaSquareMetres, lengthMetres, middleOf, pointsOf, shapeOf } from '../lib/shapes.js';
import { formatArea, formatLength } from '../lib/format.js';

/** "Linje, 182 m (58,0667; 13,0130)"; without a geometry the words for "no place yet". */
export function placeWords(geometry, t, locale) {
  if (!geometry) return t('place.none');
  const shape = shapeOf(geometry);
  const [lon, lat] = middleOf(geometry);
  const where = `${degrees(lat, locale)} ${degrees(lon, locale)}`;
  if (shape === 'line') return t('place.line', { length: formatLength(lengthMetres(pointsOf(geometry)), locale), where });
  if (shape === 'area') return t('place.area', { area: formatArea(areaSquareMetres(geometry), locale), where });
  return t('place.point', { where });
}

/** Five decimals are a metre: as much as a reader can use. */
function degrees(value, locale) {
  return value.toFixed(5).replace('.', locale === 'sv' ? ',' : '.');
}
