/** Words for readers who may not see single incidents, in English. */
export default Object.freeze({
  'told.year': 'Your role sees areas and whole calendar years, all kinds together, never single incidents. This is {period}; unsafe places come from all surveys. Counts are told as “10–19”, and below 5 not at all.',
  'told.noYear': 'Your role sees whole calendar years, and the data do not fill one yet. Unsafe places come from all surveys.',
  'told.why.disorder': '{count} cases of disorder or faults lie close together here, within squares of {area} in all.',
  'told.why.crime': '{count} crimes lie close together here, within squares of {area} in all.',
  'told.why.unsafety': '{count} people have marked that it feels unsafe here, within squares of {area} in all.',
  'told.monthsSummary': '{months} months, most in {month} with {most}.',
  'told.timeline': 'Incidents by month from {first} to {last}, as approximate counts.',
  'compare.told.growing': 'More than expected against the same time of {years}. The difference is sure.',
  'compare.told.fading': 'Fewer than expected against the same time of {years}. The difference is sure.',
  'compare.told.persistent': 'No sure change against the same time of {years}.',
  'compare.told.new': 'New: more than expected now, but nothing that stood out at the same time of {years}.',
  'compare.told.gone': 'Gone: no incidents now, but more at the same time of {years}.',
});
