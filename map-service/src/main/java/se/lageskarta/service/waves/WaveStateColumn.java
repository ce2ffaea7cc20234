package se.lageskarta.service.waves;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps a wave's state in the database as its code. */
@Converter
public final class WaveStateColumn implements AttributeConverter<WaveState, String> {
    @Override
    public String convertToDatabaseColumn(WaveState state) {
        return state.code();
    }

    @Override
    public WaveState convertToEntityAttribute(String code) {
        return WaveState.of(code);
    }
}
