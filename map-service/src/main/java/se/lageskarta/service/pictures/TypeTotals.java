package se.lageskarta.service.pictures;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.service.catalogue.IncidentKind;
import se.lageskarta.service.catalogue.IncidentType;
import se.lageskarta.service.catalogue.IncidentTypes;
import se.lageskarta.service.catalogue.TypeKinds;
import se.lageskarta.service.evidence.Mask;

/**
 * What the month counts, type by type, against the same month of earlier years. Every incident of the month counts, also one
 * whose place is not known.
 *
 * @param wholeMonth false when the data end before the month does
 * @param until last day counted
 * @param all all crime together
 * @param disorder all disorder and faults in the surroundings together; never added to crime
 * @param types in the order of the taxonomy, crime first; those with nothing now and before are left out
 */
record TypeTotals(boolean wholeMonth, String until, Counted all, Counted disorder, List<Line> types) {
    /** The class whose counts follow what the police do more than what happens. */
    private static final String POLICE_CLASS = "C";

    TypeTotals {
        types = List.copyOf(types);
    }

    /** One type; its names and its kind are those it had when the picture was made. */
    record Line(
            String code,
            String sv,
            String en,
            IncidentKind kind,
            boolean policeActivity,
            @JsonUnwrapped Counted counted) {}

    static TypeTotals of(YearMonth month, SamePeriods periods, List<Incidents> all, IncidentTypes taxonomy) {
        int many = periods.periods().size();
        TypeKinds kinds = taxonomy.kinds();
        Map<String, int[]> counts = new LinkedHashMap<>();
        taxonomy.codes().forEach(code -> counts.put(code, new int[many]));
        Map<IncidentKind, int[]> together = new EnumMap<>(IncidentKind.class);
        for (IncidentKind kind : IncidentKind.values()) {
            together.put(kind, new int[many]);
        }
        for (Incidents set : all) {
            for (int row = 0; row < set.size(); row++) {
                int period = periods.periodOf(set, row);
                if (period >= 0) {
                    counts.computeIfAbsent(set.type(row), code -> new int[many])[period]++;
                    Objects.requireNonNull(together.get(kinds.of(set.type(row))))[period]++;
                }
            }
        }
        List<Line> lines = new ArrayList<>();
        counts.forEach((code, count) -> {
            if (Arrays.stream(count).sum() > 0) {
                lines.add(line(taxonomy.find(code).orElse(null), code, Counted.of(periods.compare(count), periods)));
            }
        });
        lines.sort(Comparator.comparing(Line::kind));
        return new TypeTotals(
                periods.whole(),
                periods.periods().isEmpty()
                        ? month.atEndOfMonth().toString()
                        : periods.periods().get(0).to().toString(),
                compared(together, IncidentKind.CRIME, periods),
                compared(together, IncidentKind.DISORDER, periods),
                lines);
    }

    private static Counted compared(Map<IncidentKind, int[]> together, IncidentKind kind, SamePeriods periods) {
        return Counted.of(periods.compare(Objects.requireNonNull(together.get(kind))), periods);
    }

    /** The same for who may not see small counts: what is left out cannot be had by subtraction either. */
    TypeTotals masked() {
        List<Line> lines = new ArrayList<>();
        for (IncidentKind kind : IncidentKind.values()) {
            lines.addAll(
                    masked(types.stream().filter(line -> line.kind() == kind).toList(), whole(kind)));
        }
        return new TypeTotals(wholeMonth, until, all.masked(), disorder.masked(), lines);
    }

    /** The sum that is told beside the lines of a kind; that of what is neither crime nor disorder is not told. */
    private int whole(IncidentKind kind) {
        return switch (kind) {
            case CRIME -> count(all);
            case DISORDER -> count(disorder);
            case PERCEIVED, OTHER ->
                types.stream()
                        .filter(line -> line.kind() == kind)
                        .mapToInt(line -> count(line.counted()))
                        .sum();
        };
    }

    private static List<Line> masked(List<Line> lines, int whole) {
        @Nullable
        Integer[] shown = Mask.about(
                lines.stream().mapToInt(line -> count(line.counted())).toArray(), whole);
        List<Line> masked = new ArrayList<>();
        for (int i = 0; i < shown.length; i++) {
            Line line = lines.get(i);
            Counted kept = shown[i] == null ? Counted.HIDDEN : line.counted().masked();
            masked.add(new Line(line.code(), line.sv(), line.en(), line.kind(), line.policeActivity(), kept));
        }
        return masked;
    }

    private static int count(Counted counted) {
        Integer count = counted.count();
        return count == null ? 0 : count;
    }

    private static Line line(@Nullable IncidentType type, String code, Counted counted) {
        return type == null
                ? new Line(code, code, code, IncidentKind.OTHER, false, counted)
                : new Line(
                        code,
                        type.nameSv(),
                        type.nameEn(),
                        type.kind(),
                        type.typeClass().equals(POLICE_CLASS),
                        counted);
    }
}
