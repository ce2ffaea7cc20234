package se.lageskarta.service.catalogue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The catalogue of situational measures, in the order of its file. */
@Component
public class MeasureCatalogue {
    private static final String NONE = "—";
    private static final String ALL = "ALL";

    private final List<CatalogueMeasure> measures;
    private final Map<String, CatalogueMeasure> byCode;

    MeasureCatalogue(IncidentTypes types) {
        measures = CodeTable.read("reference/measure-catalogue.csv", row -> measure(row, types));
        byCode = measures.stream().collect(Collectors.toMap(CatalogueMeasure::code, measure -> measure));
    }

    public List<CatalogueMeasure> all() {
        return measures;
    }

    public Optional<CatalogueMeasure> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    private static CatalogueMeasure measure(NamedCsvRecord row, IncidentTypes types) {
        return new CatalogueMeasure(
                row.getField("code"),
                row.getField("name_sv"),
                row.getField("name_en"),
                split(row.getField("technique_25"), ",").stream()
                        .map(Integer::valueOf)
                        .toList(),
                addressed(row.getField("addresses"), types),
                row.getField("evidence_grade"),
                row.getField("effect_sv").strip(),
                row.getField("effect_en").strip(),
                row.getField("source").strip(),
                split(row.getField("gates"), " "),
                split(row.getField("geometry"), "/"));
    }

    private static List<String> addressed(String text, IncidentTypes types) {
        return text.strip().equals(ALL) ? List.copyOf(types.codes()) : split(text, " ");
    }

    private static List<String> split(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .map(String::strip)
                .filter(part -> !part.isEmpty() && !part.equals(NONE))
                .toList();
    }
}
