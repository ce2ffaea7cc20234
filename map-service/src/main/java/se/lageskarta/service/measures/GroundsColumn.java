package se.lageskarta.service.measures;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Keeps cause, goal and legal conditions in the database as JSON; null when nobody has written any. */
@Converter
public final class GroundsColumn implements AttributeConverter<MeasureGrounds, String> {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable MeasureGrounds grounds) {
        return grounds == null || grounds.isEmpty() ? null : JSON.writeValueAsString(grounds);
    }

    @Override
    public @Nullable MeasureGrounds convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : JSON.readValue(text, MeasureGrounds.class);
    }
}
