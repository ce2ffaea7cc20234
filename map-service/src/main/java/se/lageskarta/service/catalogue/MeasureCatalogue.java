package se.lageskarta.service.catalogue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The catalogue of situational measures, in the order of its file. */
@Component
public class MeasureCatalogue {
    private static final String NONE = "—";
    private static final String ALL = "ALL";
    private static final String HARMFUL = "X";
    /** Words in the text on a measure that tell of a decision needed first; lower case. */
    private static final Map<String, String> GATE_WORDS = gateWords();

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
        String grade = row.getField("evidence_grade");
        String effect = row.getField("effect_source_caveat").strip();
        boolean blocked = grade.equals(HARMFUL);
        return new CatalogueMeasure(
                row.getField("code"),
                row.getField("name_sv"),
                split(row.getField("technique_25"), ",").stream()
                        .map(Integer::valueOf)
                        .toList(),
                addressed(row.getField("addresses"), types),
                grade,
                effect,
                split(row.getField("geometry"), "/"),
                gates(effect),
                blocked,
                blocked ? effect : null);
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

    private static List<String> gates(String effect) {
        String text = effect.toLowerCase(Locale.ROOT);
        List<String> gates = new ArrayList<>();
        GATE_WORDS.forEach((word, gate) -> {
            if (text.contains(word) && !gates.contains(gate)) {
                gates.add(gate);
            }
        });
        return gates;
    }

    private static Map<String, String> gateWords() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("gate kam", "KAM");
        words.put("gate ov", "OV");
        words.put("gate: kf", "KF");
        words.put("pbl", "PBL");
        words.put("nesting season", "ART");
        words.put("räddningsväg", "RÄDD");
        words.put("emergency access", "RÄDD");
        return words;
    }
}
