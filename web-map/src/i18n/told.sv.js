/** Words for readers who may not see single incidents, in Swedish. */
export default Object.freeze({
  'told.year': 'Din roll ser områden och hela kalenderår, alla slag tillsammans, aldrig enskilda händelser. Här visas {period}; otrygga platser kommer från alla enkäter. Antal sägs som ”10–19”, och under 5 inte alls.',
  'told.noYear': 'Din roll ser hela kalenderår, och uppgifterna räcker inte till ett helt år än. Otrygga platser kommer från alla enkäter.',
  'told.why.disorder': 'Här ligger {count} störningar och brister tätt samlade inom rutor om tillsammans {area}.',
  'told.why.crime': 'Här ligger {count} brott tätt samlade inom rutor om tillsammans {area}.',
  'told.why.unsafety': 'Här har {count} personer markerat att det känns otryggt, inom rutor om tillsammans {area}.',
  'told.monthsSummary': '{months} månader, flest i {month} med {most}.',
  'told.timeline': 'Händelser per månad från {first} till {last}, som ungefärliga antal.',
  'compare.told.growing': 'Fler än väntat jämfört med samma tid {years}. Skillnaden är säker.',
  'compare.told.fading': 'Färre än väntat jämfört med samma tid {years}. Skillnaden är säker.',
  'compare.told.persistent': 'Ingen säker förändring jämfört med samma tid {years}.',
  'compare.told.new': 'Ny: fler än väntat nu, men inget som stack ut samma tid {years}.',
  'compare.told.gone': 'Upphört: inga händelser nu, men fler samma tid {years}.',
});
