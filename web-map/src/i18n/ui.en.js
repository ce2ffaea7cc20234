/** Words of map/ui and map/tools in English. */
export default {};
