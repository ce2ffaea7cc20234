/**
 * Area checks (områdeskoll): what a planner is told of an area before a building permit or a detailed plan. Numbers come from
 * fixed planner areas made of dwellings, pass the release gate against everything that planners have been told before, and are
 * frozen with the check. Counts are incidents over whole months; places are in degrees outside this room and in metres within.
 */
@NullMarked
package se.lageskarta.service.areachecks;

import org.jspecify.annotations.NullMarked;
