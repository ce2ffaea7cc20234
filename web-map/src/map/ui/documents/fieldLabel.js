/** What people call a member of a document, a template or an entry, such as `title`, `summary.text` or `order`. */
export function fieldLabel(name, sections, t) {
  if (name === 'order') return t('saved.order');
  if (name === 'pictureId') return t('documents.field.picture');
  const [id, part] = name.split('.');
  if (!part) return t(`documents.field.${name}`);
  const heading = sections.find((section) => section.id === id)?.heading ?? id;
  return `${heading}: ${t(`documents.field.${part}`)}`;
}
