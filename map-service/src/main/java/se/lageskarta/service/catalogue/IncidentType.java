package se.lageskarta.service.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One type of the taxonomy.
 *
 * @param code three letters, such as {@code SKA}
 * @param typeClass letter of its class, A to F
 * @param nameSv Swedish name
 * @param nameEn English name
 * @param colour how it is drawn, {@code #rrggbb}
 */
public record IncidentType(
        String code, @JsonProperty("class") String typeClass, String nameSv, String nameEn, String colour) {}
