/** What two versions of a publication are called, part by part. */
import { TwoVersions } from '../twoVersions.js';

/** `other`: { who, when } of the version that is saved; `conflicts`: as mergePlans tells them. */
export function publicationConflict(app, other, conflicts) {
  const { t } = app;
  return new TwoVersions(app, other, conflicts, { title: t('publish.conflict'), name: (path) => fieldName(path, t), content: (value) => valueWords(value, t) });
}

/** "Texten på sidan (engelska)", "Åtgärder, nummer 12". */
function fieldName([field, part], t) {
  const name = t(`publish.field.${field}`);
  if (part === undefined) return name;
  return typeof part === 'number' ? t('publish.fieldThing', { name, id: String(part) }) : t('publish.fieldIn', { name, language: t(`publish.language.${part}`) });
}

function valueWords(value, t) {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && !value.length)) return t('publish.nothing');
  if (typeof value === 'boolean') return t(value ? 'publish.yes' : 'publish.no');
  if (Array.isArray(value)) return value.map((each) => valueWords(each, t)).join('\n');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .filter(([name]) => name !== 'id')
    .map(([name, each]) => `${t.has(`publish.field.${name}`) ? t(`publish.field.${name}`) : t.has(`publish.language.${name}`) ? t(`publish.language.${name}`) : name}: ${valueWords(each, t)}`)
    .join('\n');
}
