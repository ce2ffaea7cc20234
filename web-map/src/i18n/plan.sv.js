/** Words of the action plan, in Swedish. */
export default Object.freeze({
  'plan.owner.unknown': '”{owner}” är inte känd här. Välj en ur listan, eller bekräfta att den är ny.',
  'plan.owner.add': 'Ja, ”{owner}” är ny: spara',
});
