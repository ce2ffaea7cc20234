package se.lageskarta.service.measures;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps a status in the database as its code, so that the table reads like the interface. */
@Converter
public final class StatusColumn implements AttributeConverter<MeasureStatus, String> {
    @Override
    public String convertToDatabaseColumn(MeasureStatus status) {
        return status.code();
    }

    @Override
    public MeasureStatus convertToEntityAttribute(String code) {
        return MeasureStatus.ofCode(code)
                .orElseThrow(() -> new IllegalStateException("the database holds the unknown status '" + code + "'"));
    }
}
