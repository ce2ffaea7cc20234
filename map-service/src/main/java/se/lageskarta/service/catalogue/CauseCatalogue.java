package se.lageskarta.service.catalogue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What an investigation of causes can begin with: the 25 techniques of situational crime prevention, factors that are common
 * by type of crime, and hypotheses that the data can say something about. Offers, never answers.
 */
@Component
public class CauseCatalogue {
    private static final int TECHNIQUES = 25;
    private static final Set<String> PERSPECTIVES = Set.of("offender", "target", "place");
    private static final String ALL = "ALL";

    /**
     * One of Clarke and Cornish's techniques.
     *
     * @param number 1 to 25
     * @param groupSv what the five of its group have in common
     */
    public record Technique(int number, String groupSv, String groupEn, String nameSv, String nameEn) {}

    /**
     * A factor that is common.
     *
     * @param types codes of the types it is common for; empty for all
     * @param perspective {@code offender}, {@code target} or {@code place}
     * @param techniques numbers that work on it
     */
    public record Factor(
            String code,
            List<String> types,
            String perspective,
            List<Integer> techniques,
            String nameSv,
            String nameEn) {
        public Factor {
            types = List.copyOf(types);
            techniques = checked(code, perspective, techniques);
        }
    }

    /**
     * A hypothesis that is asked of every spot.
     *
     * @param testSv what would test it, in Swedish
     */
    public record Hypothesis(
            String code,
            String perspective,
            List<Integer> techniques,
            String nameSv,
            String nameEn,
            String testSv,
            String testEn) {
        public Hypothesis {
            techniques = checked(code, perspective, techniques);
        }
    }

    private final List<Technique> techniques;
    private final List<Factor> factors;
    private final List<Hypothesis> hypotheses;

    CauseCatalogue(IncidentTypes types) {
        techniques = CodeTable.read(
                "reference/techniques.csv",
                row -> new Technique(
                        Integer.parseInt(row.getField("number")),
                        row.getField("group_sv"),
                        row.getField("group_en"),
                        row.getField("name_sv"),
                        row.getField("name_en")));
        factors = CodeTable.read("reference/starting-factors.csv", row -> factor(row, types.codes()));
        hypotheses = CodeTable.read(
                "reference/standard-hypotheses.csv",
                row -> new Hypothesis(
                        row.getField("code"),
                        row.getField("perspective"),
                        numbers(row),
                        row.getField("name_sv"),
                        row.getField("name_en"),
                        row.getField("test_sv"),
                        row.getField("test_en")));
        if (techniques.size() != TECHNIQUES) {
            throw new IllegalStateException("techniques.csv has " + techniques.size() + " rows, but must have 25");
        }
    }

    /** In the order of their numbers. */
    public List<Technique> techniques() {
        return techniques;
    }

    public List<Factor> factors() {
        return factors;
    }

    public List<Hypothesis> hypotheses() {
        return hypotheses;
    }

    public Optional<Technique> technique(int number) {
        return techniques.stream().filter(each -> each.number() == number).findFirst();
    }

    private static Factor factor(NamedCsvRecord row, Set<String> known) {
        List<String> types = row.getField("types").strip().equals(ALL)
                ? List.of()
                : List.of(row.getField("types").strip().split(" "));
        if (!known.containsAll(types)) {
            throw new IllegalArgumentException(
                    "types of " + row.getField("code") + " is " + types + ", but must be of the taxonomy");
        }
        return new Factor(
                row.getField("code"),
                types,
                row.getField("perspective"),
                numbers(row),
                row.getField("name_sv"),
                row.getField("name_en"));
    }

    private static List<Integer> numbers(NamedCsvRecord row) {
        return Arrays.stream(row.getField("techniques").strip().split(" "))
                .map(Integer::valueOf)
                .toList();
    }

    private static List<Integer> checked(String code, String perspective, List<Integer> techniques) {
        if (!PERSPECTIVES.contains(perspective)) {
            throw new IllegalArgumentException(
                    "perspective of " + code + " is " + perspective + ", but must be one of " + PERSPECTIVES);
        }
        if (techniques.stream().anyMatch(number -> number < 1 || number > TECHNIQUES)) {
            throw new IllegalArgumentException(
                    "techniques of " + code + " is " + techniques + ", but must be 1 to " + TECHNIQUES);
        }
        return List.copyOf(techniques);
    }
}
