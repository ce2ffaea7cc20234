/**
 * Survey waves (trygghetsenkäter): what a municipality asks its inhabitants during a period, what they mark on the map,
 * and what becomes of it.
 *
 * <p>A {@link se.lageskarta.service.waves.SurveyWave} carries its own rules. People answer without an account: a person
 * is a number made from a random word that their page keeps and the wave's salt, and is counted once a place. Marks
 * become a dataset of unsafe places of their own (one a wave), never added to crime. What people write is masked before
 * it is stored and shown to nobody but moderators until one has approved it. Positions are WGS 84 degrees, longitude
 * first; lengths are metres.
 */
@NullMarked
package se.lageskarta.service.waves;

import org.jspecify.annotations.NullMarked;
