/**
 * The API description at {@code /api/openapi.json} (beskrivningen): what each address is for, who may use it, what may
 * be sent and what comes back. Words stand in {@code operations.csv}, roles come from {@code endpoints.csv}, parameters
 * from the handlers. Nobody needs to enter.
 */
@NullMarked
package se.lageskarta.service.description;

import org.jspecify.annotations.NullMarked;
