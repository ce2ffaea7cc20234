/** What people write of a follow-up, as fields. */
import { areaField } from '../fields.js';

const LONGEST = 4000;
const FIELDS = ['implementation', 'process', 'sideEffects', 'lesson'];

export function toldFields(told, t) {
  return FIELDS.map((name) =>
    areaField(
      { name, id: `told-${name}`, label: t(`followup.told.${name}`), hint: t(`followup.told.${name}.hint`), required: name === 'implementation' },
      { value: told[name] ?? '', rows: 3, maxlength: LONGEST },
    ));
}

export function toldOf(form) {
  return Object.fromEntries(FIELDS.map((name) => [name, form.elements[name].value]));
}
