import test from 'node:test';
import assert from 'node:assert/strict';
import * as plan from '../src/map/lib/actionPlan.js';

const TODAY = '2026-11-22';
const measure = (id, properties) => ({ type: 'Feature', id, geometry: { type: 'Point', coordinates: [13, 58] }, properties: { code: 'LJU-1', title: `M${id}`, owner: 'Gata', status: 'proposed', dueOn: null, overdue: false, ...properties } });
const t = (key, args = {}) => `${key} ${Object.values(args).join(' ')}`.trim();

test('the address of a view is read as it is written', () => {
  const filter = { ...plan.NO_FILTER, status: 'open', owner: plan.slug('Lägesby kommun, gata'), late: true, spot: '12', kind: plan.slug('LÅS-4'), month: '2026-11' };
  const item = plan.formatItem('calendar', filter);
  assert.equal(item, 'calendar/status:open/owner:lagesby-kommun-gata/late/spot:12/kind:las-4/month:2026-11');
  assert.match(item, /^[\w.:/-]{1,120}$/);
  assert.deepEqual(plan.parseItem(item), { view: 'calendar', filter });
});

test('a measure, a new one and nonsense are told apart', () => {
  assert.deepEqual(plan.parseItem('17'), { measure: '17' });
  assert.deepEqual(plan.parseItem('new/12'), { spot: '12' });
  assert.deepEqual(plan.parseItem('new'), { spot: '' });
  assert.deepEqual(plan.parseItem(null), { view: 'board', filter: plan.NO_FILTER });
  assert.deepEqual(plan.parseItem('x/status:magic/month:13/constructor:1'), { view: 'board', filter: plan.NO_FILTER });
});

test('filters keep what fits all of them', () => {
  const all = [measure(1, { owner: 'Åkes' }), measure(2, { status: 'done', spotId: 12 }), measure(3, { overdue: true, code: 'LÅS-4' })];
  const ids = (filter) => plan.matching(all, { ...plan.NO_FILTER, ...filter }).map(({ id }) => id);
  assert.deepEqual(ids({}), [1, 2, 3]);
  assert.deepEqual(ids({ status: 'open' }), [1, 3]);
  assert.deepEqual(ids({ owner: 'akes' }), [1]);
  assert.deepEqual(ids({ spot: '12' }), [2]);
  assert.deepEqual(ids({ late: true, kind: 'las-4' }), [3]);
});

test('a file is asked for with the same filter, in the service\'s own words', () => {
  const all = [measure(1, { owner: 'Lägesby kommun, gata' }), measure(2, { code: 'LÅS-4' })];
  assert.deepEqual(plan.fileParameters(all, { ...plan.NO_FILTER, status: 'open', owner: 'lagesby-kommun-gata', kind: 'las-4', spot: '12' }, { bbox: '1,2,3,4' }), { bbox: '1,2,3,4', status: 'proposed,decided,in-progress', owner: 'Lägesby kommun, gata', code: 'LÅS-4', spot: '12' });
  assert.deepEqual(plan.fileParameters(all, plan.NO_FILTER), {});
});

test('a board has a column for each status, the earliest due first', () => {
  const columns = plan.boardColumns([measure(1, {}), measure(2, { dueOn: '2026-12-01' }), measure(3, { status: 'closed' })]);
  assert.deepEqual(columns.map(({ status, features }) => [status, features.map(({ id }) => id)]), [['proposed', [2, 1]], ['decided', []], ['in-progress', []], ['done', []], ['followed-up', []], ['closed', [3]]]);
});

test('late and due this month are told apart, and what is done is neither', () => {
  const { overdue, month } = plan.dueGroups([measure(1, { dueOn: '2026-11-21' }), measure(2, { dueOn: '2026-11-22' }), measure(3, { dueOn: '2026-11-30' }), measure(4, { dueOn: '2026-12-01' }), measure(5, { dueOn: '2026-11-01', status: 'done' })], TODAY);
  assert.deepEqual([overdue.map(({ id }) => id), month.map(({ id }) => id)], [[1], [2, 3]]);
});

test('costs are summed in all and by owner', () => {
  const sum = plan.totals([measure(1, { cost: { estimate: 100, outcome: null } }), measure(2, { cost: { estimate: 50, outcome: 70 }, status: 'done' }), measure(3, { owner: 'Park', overdue: true })]);
  assert.deepEqual([sum.count, sum.open, sum.overdue, sum.estimate, sum.outcome], [3, 2, 1, 150, 70]);
  assert.deepEqual(sum.byOwner.map(({ owner, count }) => [owner, count]), [['Gata', 2], ['Park', 1]]);
});

test('a month is whole weeks from Monday, over the turn of the year too', () => {
  const november = plan.monthWeeks('2026-11');
  assert.equal(november[0][0].day, '2026-10-26');
  assert.equal(november.at(-1).at(-1).day, '2026-12-06');
  assert.equal(plan.monthWeeks('2027-02').length, 4);
  assert.equal(plan.monthWeeks('2026-12').at(-1).at(-1).day, '2027-01-03');
  assert.equal(november.flat().filter(({ inMonth }) => inMonth).length, 30);
  assert.equal(plan.monthsFrom('2026-12', 1), '2027-01');
  assert.equal(plan.monthsFrom('2026-01', -1), '2025-12');
});

test('weeks have their Swedish numbers', () => {
  assert.deepEqual(['2026-01-01', '2026-11-22', '2027-01-03', '2024-12-30'].map(plan.weekNumber), [1, 47, 53, 1]);
});

test('what happens in a month is decided, begun, due and done', () => {
  const events = plan.monthEvents([measure(1, { decidedOn: '2026-11-02', startedOn: '2026-11-10', dueOn: '2026-11-09', doneOn: '2026-12-01' })], '2026-11');
  assert.deepEqual(events.map(({ day, what }) => [day, what]), [['2026-11-02', 'decided'], ['2026-11-09', 'due'], ['2026-11-10', 'started']]);
});

test('a step forward notes its day, a step back notes nothing, a known day stays', () => {
  assert.equal(plan.moved({ status: 'proposed' }, 'decided', TODAY).decidedOn, TODAY);
  assert.equal(plan.moved({ status: 'decided', decidedOn: '2026-01-01', startedOn: null }, 'in-progress', TODAY).startedOn, TODAY);
  assert.equal(plan.moved({ status: 'in-progress', decidedOn: null }, 'decided', TODAY).decidedOn, null);
  assert.equal(plan.moved({ status: 'in-progress', doneOn: '2026-11-01' }, 'done', TODAY).doneOn, '2026-11-01');
});

test('a place is written with few corners and stays closed', () => {
  const ring = Array.from({ length: 1000 }, (_, i) => [13 + i / 1e5, 58]);
  ring.push(ring[0]);
  const corners = plan.outlineOf({ type: 'Polygon', coordinates: [ring] }).split(',');
  assert.ok(corners.length <= 200);
  assert.equal(corners[0], corners.at(-1));
  assert.equal(plan.outlineOf({ type: 'Point', coordinates: [13.12345678, 58] }), '13.123457 58');
});

test('a history tells what each state changed, the newest first', () => {
  const state = (version, properties) => ({ geometry: null, properties: { version, ...properties } });
  const steps = plan.historySteps([state(1, { note: '', gates: [] }), state(2, { note: null, owner: 'Park' })], ['note', 'owner', 'gates']);
  assert.deepEqual(steps.map(({ state: { properties }, changes }) => [properties.version, changes.map(({ field }) => field)]), [[2, ['owner']], [1, []]]);
});

test('a reminder tells what is late and what is soon due, to that owner alone', () => {
  const text = plan.reminder('Gata', [measure(1, { dueOn: '2026-11-01' }), measure(2, { dueOn: '2026-12-20' }), measure(3, { dueOn: '2027-02-01' }), measure(4, { dueOn: '2026-11-02', owner: 'Park' })], TODAY, t);
  assert.equal(text.count, 2);
  assert.match(text.body, /plan\.reminder\.late M1/);
  assert.match(text.body, /plan\.reminder\.due M2/);
  assert.doesNotMatch(text.body, /M3|M4/);
  assert.equal(plan.mailto('gata@exempel.se', { subject: 'Å & ä', body: 'a\nb' }), 'mailto:gata@exempel.se?subject=%C3%85%20%26%20%C3%A4&body=a%0D%0Ab');
});

test('a table for spreadsheets holds no formula and keeps quotes and lines', () => {
  assert.equal(plan.csv([['Namn', 'Kr'], ['=HYPERLINK("x")', 12], ['a;b\nc', null]]), '\ufeffNamn,Kr\r\n"\'=HYPERLINK(""x"")",12\r\n"a;b\nc",\r\n');
});
