/** The value of a measure's field in words, the same in the history, in a conflict and on the measure's own page. */
import { nameOf } from '../../lib/catalogue.js';
import { formatNumber } from '../../lib/format.js';
import { placeWords } from '../placeWords.js';

/** Every field that a person writes, in the order it is read. */
export const FIELDS = [
  'code', 'title', 'owner', 'status', 'decidedOn', 'startedOn', 'dueOn', 'doneOn', 'spotId', 'hotspotId', 'causeWords', 'techniques', 'cost', 'funding',
  'goal', 'gates', 'note', 'geometry',
];

/**
 * @param {string} field
 * @param {*} value as the feature has it
 * @param {{t: Function, locale: string}} app
 * @param {object[]} [entries] of the catalogue, for names
 */
export function fieldWords(field, value, { t, locale }, entries = []) {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return t('conflict.empty');
  switch (field) {
    case 'geometry':
      return placeWords(value, t, locale);
    case 'status':
      return t(`measure.status.${value}`);
    case 'code': {
      const entry = entries.find((each) => each.code === value);
      return entry ? nameOf(entry, locale) : value;
    }
    case 'techniques':
      return value.map((number) => t(`technique.${number}`)).join(', ');
    case 'cost':
      return costWords(value, t, locale);
    case 'goal':
      return goalWords(value, t, locale);
    case 'gates':
      return value.map((state) => gateWords(state, t)).join('\n');
    default:
      return String(value);
  }
}

export function costWords(cost, t, locale) {
  const part = (name) => (cost?.[name] === null || cost?.[name] === undefined ? null : t(`plan.cost.words.${name}`, { kronor: formatNumber(cost[name], locale, 0) }));
  return [part('estimate'), part('outcome')].filter(Boolean).join(', ');
}

/** What shall be achieved, and whether it could have been shown when it was set. */
export function goalWords(goal, t, locale) {
  const months = goal.months;
  if (goal.kind === 'process') return t('goal.words.process', { indicator: goal.indicator, target: formatNumber(goal.target, locale), unit: goal.unit, months });
  const main = goal.percent ? t(`goal.words.${goal.kind}`, { percent: goal.percent, months }) : t(`goal.words.${goal.kind}.open`, { months });
  if (goal.kind !== 'incidents-down' || !goal.computedOn) return main;
  const shown = goal.detectable === null ? t('goal.words.never', { date: goal.computedOn }) : t('goal.words.detectable', { percent: goal.detectable, date: goal.computedOn });
  return [main, shown, goal.acknowledged && t('goal.words.acknowledged', { words: goal.acknowledged })].filter(Boolean).join(' ');
}

export function gateWords(state, t) {
  const parts = Object.entries(state.words).map(([part, words]) => `${t(`gate.part.${part}`)}: ${words}`);
  const rest = [state.reference && t('gate.reference.words', { reference: state.reference }), state.on].filter(Boolean);
  return `${t(`gate.name.${state.gate}`)}: ${t(`gate.state.${state.state}`)}. ${[...parts, ...rest].join('. ')}`.trim();
}
