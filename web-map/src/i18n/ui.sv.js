/** Words of map/ui and map/tools in Swedish. */
export default {};
