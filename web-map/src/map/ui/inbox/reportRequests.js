/** What is sent about a report from the inbox. A decision is sent as a whole, so what is not changed is sent as it was. */

/** The decision that stands, as PUT /api/reports/{id}/handling takes it. */
export function handlingOf({ type, place, handling, state, forwardedTo, answer }) {
  const own = handling.ownState;
  return {
    state: own === 'received' ? 'seen' : own,
    forwardedTo: handling.duplicateOf ? '' : forwardedTo,
    answer: handling.duplicateOf && own === 'duplicate' && state !== own ? '' : answer,
    type,
    place,
    duplicateOf: handling.duplicateOf,
    measureId: handling.measureId,
    counted: handling.counted,
  };
}

/** Decides; answers the report as it is then. */
export async function handle(app, report, patch) {
  const { body } = await app.api.put(`/api/reports/${report.id}/handling`, { ...handlingOf(report), ...patch }, { ifMatch: `"v${report.version}"` });
  app.bus.emit('inbox:changed');
  app.reports?.reload();
  if (body.handling.counted !== report.handling.counted) app.bus.emit('data:changed');
  return body;
}

/** Notes on a report the measure that was made of it. */
export async function linkMeasure(app, reportId, measureId) {
  const { body } = await app.api.get(`/api/reports/${reportId}`);
  return handle(app, body, { measureId: Number(measureId) });
}
