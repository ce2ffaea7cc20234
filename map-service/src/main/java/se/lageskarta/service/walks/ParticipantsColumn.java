package se.lageskarta.service.walks;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps who walks in the database as JSON. */
@Converter
public final class ParticipantsColumn implements AttributeConverter<List<Participants>, String> {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Participants>> LIST = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<Participants> participants) {
        return JSON.writeValueAsString(participants);
    }

    @Override
    public List<Participants> convertToEntityAttribute(String json) {
        return JSON.readValue(json, LIST);
    }
}
