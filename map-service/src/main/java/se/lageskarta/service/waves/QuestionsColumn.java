package se.lageskarta.service.waves;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what a wave asks in the database as JSON. */
@Converter
public final class QuestionsColumn implements AttributeConverter<WaveQuestions, String> {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String convertToDatabaseColumn(WaveQuestions questions) {
        return JSON.writeValueAsString(questions);
    }

    @Override
    public WaveQuestions convertToEntityAttribute(String json) {
        return JSON.readValue(json, WaveQuestions.class);
    }
}
