/** The selection in words: for print, for the announcement after a change, and for whoever reads a link. */
import { formatPeriod } from './lib/format.js';

/** @returns {string[]} one phrase per part of the selection */
export function selectionInWords(app) {
  const { t, locale, state, group } = app;
  const { from, to, types, stream, datasets } = state.value;
  const names = types.map((code) => app.typeName(code));
  const facts = app.factsOf(group?.id).filter(({ id }) => !datasets.length || datasets.includes(String(id)));
  return [
    from && to && t('words.period', { period: formatPeriod(from, to, locale) }),
    t('words.types', { types: names.length ? names.join(', ') : t('filter.allTypes').toLowerCase() }),
    t('words.stream', { stream: t(`stream.${stream}`).toLowerCase() }),
    facts.length > 0 && t('words.data', { data: facts.map(({ name }) => name).join(', ') }),
  ].filter(Boolean);
}
