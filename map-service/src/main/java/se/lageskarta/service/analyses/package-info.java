/**
 * Analyses (analyser): every method of the core at an address of its own, about what the filter chooses.
 *
 * <p>The room reads settings, finds the study area and what lies around it, refuses what would take too long, lets a few
 * run at a time, stops those that nobody waits for any longer, and keeps what was found for as long as the data stay.
 * What an analysis says is the core's; here it gets its language and its form: JSON, GeoJSON, CSV or GeoTIFF. Places
 * leave this room as WGS 84 degrees, numbers in tables as metres of the system that the answer names. Only those who
 * may see single incidents may ask. The command line uses the same forms.
 */
@NullMarked
package se.lageskarta.service.analyses;

import org.jspecify.annotations.NullMarked;
