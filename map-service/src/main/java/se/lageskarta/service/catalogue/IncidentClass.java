package se.lageskarta.service.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A class of types, such as crime against property.
 *
 * @param letter A to F
 * @param nameSv Swedish name
 * @param nameEn English name
 * @param kind of its types, unless a type says otherwise
 */
public record IncidentClass(@JsonProperty("class") String letter, String nameSv, String nameEn, IncidentKind kind) {}
