package se.lageskarta.service.waves;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what was counted of a wave in the database as JSON; nothing counted is an empty text. */
@Converter
public final class CountsColumn implements AttributeConverter<WaveCounts, String> {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String convertToDatabaseColumn(WaveCounts counts) {
        return counts.equals(WaveCounts.NONE) ? "" : JSON.writeValueAsString(counts);
    }

    @Override
    public WaveCounts convertToEntityAttribute(String json) {
        return json.isEmpty() ? WaveCounts.NONE : JSON.readValue(json, WaveCounts.class);
    }
}
