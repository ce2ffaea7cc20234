/**
 * Which roles may ask for what, as the service's list of addresses has it. The page asks only for what it may have; the
 * service refuses the rest in any case.
 */
export const POINT_ROLES = Object.freeze(['est-member', 'est-coordinator']);
export const HOTSPOT_ROLES = Object.freeze(['est-member', 'est-coordinator', 'planner', 'steering']);
export const MEASURE_ROLES = Object.freeze(['est-member', 'est-coordinator', 'planner', 'communicator', 'steering', 'admin']);
export const REPORT_ROLES = Object.freeze(['est-member', 'est-coordinator']);
export const IMPORT_ROLES = Object.freeze(['est-coordinator', 'admin']);
export const PLAN_ROLES = Object.freeze(['est-member', 'est-coordinator', 'steering']);
export const MEASURE_WRITERS = Object.freeze(['est-member', 'est-coordinator']);
export const REGISTER_ROLES = Object.freeze(['est-member', 'est-coordinator', 'admin']);
export const WALK_ROLES = Object.freeze(['est-member', 'est-coordinator', 'planner', 'communicator', 'steering']);
export const WAVE_ROLES = Object.freeze(['est-coordinator', 'communicator']);
export const ACCOUNT_ROLES = Object.freeze(['admin']);
/** Who checks an area before a plan or a permit. */
export const CHECK_ROLES = Object.freeze(['planner', 'est-member', 'est-coordinator']);
/** Who reads finished checks: the steering group too, which makes none. */
export const CHECK_READERS = Object.freeze([...CHECK_ROLES, 'steering']);
/** Who looks after what is taken out. */
export const EXPORT_ROLES = Object.freeze(['admin', 'auditor']);
/** Every role there is, in the order they are offered. */
export const ROLES = Object.freeze(['est-member', 'est-coordinator', 'planner', 'communicator', 'steering', 'admin', 'auditor', 'reporter']);

/** Who reads meetings; the group of them writes (MEASURE_WRITERS), the steering group reads what is approved. */
export const MEETING_ROLES = Object.freeze(['est-member', 'est-coordinator', 'steering']);

/** Who prepares and approves what the public gets: never the same person both. */
export const PUBLISH_ROLES = Object.freeze(['communicator', 'est-coordinator', 'admin']);
