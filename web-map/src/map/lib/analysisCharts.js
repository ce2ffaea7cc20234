/** Which picture suits a table of an analysis: told by the table's name and columns, so that a new method needs no code here. */

/** Names of columns that mean the same, the preferred first. */
const COLUMNS = {
  month: ['month', 'period', 'from', 'start', 'week', 'quarter', 'year', 'step'],
  count: ['count', 'observed', 'value', 'incidents'],
  distance: ['distanceM', 'r', 'rM', 'radiusM', 'distance'],
  level: ['lMinusR', 'lMinusDistance', 'lMinusDistanceM', 'l', 'lM', 'L', 'k', 'K'],
  low: ['low', 'lower', 'envelopeLow', 'lLow', 'lowM', 'lMinusRLow'],
  high: ['high', 'upper', 'envelopeHigh', 'lHigh', 'highM', 'lMinusRHigh'],
  reachability: ['reachabilityM', 'reachM', 'reachability'],
  places: ['shareOfPlaces', 'placesShare', 'placeShare', 'shareOfCells', 'cumulativePlaces'],
  incidents: ['shareOfIncidents', 'incidentsShare', 'incidentShare', 'cumulativeIncidents', 'hitRate'],
  area: ['shareOfArea', 'areaShare'],
  pai: ['pai', 'PAI'],
  ratio: ['ratio'],
  fromSpace: ['fromM', 'distanceFromM', 'spaceFromM', 'fromMetres'],
  toSpace: ['toM', 'distanceToM', 'spaceToM', 'toMetres'],
  fromTime: ['fromDays', 'timeFromDays', 'daysFrom', 'fromDay'],
  toTime: ['toDays', 'timeToDays', 'daysTo', 'toDay'],
  weekday: ['weekday', 'day'],
  hour: ['hour'],
  metres: ['metres', 'quarticMetres', 'bandwidthM', 'm', 'h'],
  rule: ['rule', 'method', 'name'],
};

/** The index of the column that means `role`; -1 when there is none. */
export function columnOf(table, role) {
  for (const name of COLUMNS[role]) {
    const at = table.columns.indexOf(name);
    if (at >= 0) return at;
  }
  return -1;
}

const has = (table, ...roles) => roles.every((role) => columnOf(table, role) >= 0);

/** In this order; the first that fits is taken. */
const KINDS = [
  ['matrix', (table) => has(table, 'ratio') && has(table, 'toSpace', 'toTime')],
  ['weekHours', (table) => has(table, 'weekday', 'hour', 'count')],
  ['lorenz', (table) => /lorenz|curve/i.test(table.name) && has(table, 'places', 'incidents')],
  ['pai', (table) => has(table, 'pai')],
  ['envelope', (table) => has(table, 'distance', 'level')],
  ['reachability', (table) => has(table, 'reachability')],
  ['hours', (table) => has(table, 'hour', 'count')],
  ['weekdays', (table) => has(table, 'weekday', 'count')],
  ['series', (table) => has(table, 'month', 'count')],
  ['bandwidths', (table) => has(table, 'rule', 'metres')],
];

/** The kind of picture for a table, or null when the table says it best itself. */
export function chartOf(table) {
  if (table.rows.length < 2) return null;
  return KINDS.find(([, fits]) => fits(table))?.[0] ?? null;
}

/** The values of the column that means `role`, null where there is none. */
export function valuesOf(table, role) {
  const at = columnOf(table, role);
  return at < 0 ? null : table.rows.map((row) => row[at] ?? null);
}

/** The values of a column by its own name. */
export function named(table, name) {
  const at = table.columns.indexOf(name);
  return at < 0 ? null : table.rows.map((row) => row[at] ?? null);
}
