/** Words of the action plan, in English. */
export default Object.freeze({
  'plan.owner.unknown': '“{owner}” is not known here. Choose one of the list, or confirm that it is new.',
  'plan.owner.add': 'Yes, “{owner}” is new: save',
});
