/** Every saved state of something. */
export default Object.freeze({
  'saved.title': 'Ändringshistorik',
  'saved.none': 'Inget är sparat än.',
  'saved.failed': 'Historiken kunde inte hämtas.',
  'saved.began': 'Skapades',
  'saved.changed': 'Ändrades',
  'saved.same': 'Sparades utan ändring',
  'saved.withdrawn': 'Togs bort',
  'saved.restored': 'Togs tillbaka',
  'saved.approved': 'Fastställdes',
  'saved.empty': '(tomt)',
  'saved.yes': 'ja',
  'saved.no': 'nej',
  'saved.order': 'Avsnittens ordning',
});
