package se.lageskarta.service.reports;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps a state in the database as its code, so that the table reads like the interface. */
@Converter
public final class ReportStateColumn implements AttributeConverter<ReportState, String> {
    @Override
    public String convertToDatabaseColumn(ReportState state) {
        return state.code();
    }

    @Override
    public ReportState convertToEntityAttribute(String code) {
        return ReportState.ofCode(code)
                .orElseThrow(() -> new IllegalStateException("the database holds the unknown state '" + code + "'"));
    }
}
