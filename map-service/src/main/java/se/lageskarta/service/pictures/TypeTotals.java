package se.lageskarta.service.pictures;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.service.catalogue.IncidentType;
import se.lageskarta.service.catalogue.IncidentTypes;
import se.lageskarta.service.evidence.Mask;

/**
 * What the month counts, type by type, against the same month of earlier years. Every incident of the month counts, also one
 * whose place is not known.
 *
 * @param wholeMonth false when the data end before the month does
 * @param until last day counted
 * @param all all types together
 * @param types in the order of the taxonomy; those with nothing now and before are left out
 */
record TypeTotals(boolean wholeMonth, String until, Counted all, List<Line> types) {
    /** The class whose counts follow what the police do more than what happens. */
    private static final String POLICE_CLASS = "C";

    TypeTotals {
        types = List.copyOf(types);
    }

    /** One type; its names are those it had when the picture was made. */
    record Line(
            String code,
            String sv,
            String en,
            boolean policeActivity,
            @JsonUnwrapped Counted counted) {}

    static TypeTotals of(YearMonth month, SamePeriods periods, List<Incidents> all, IncidentTypes taxonomy) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        taxonomy.codes()
                .forEach(code -> counts.put(code, new int[periods.periods().size()]));
        int[] together = new int[periods.periods().size()];
        for (Incidents set : all) {
            for (int row = 0; row < set.size(); row++) {
                int period = periods.periodOf(set, row);
                if (period >= 0) {
                    together[period]++;
                    counts.computeIfAbsent(set.type(row), code -> new int[together.length])[period]++;
                }
            }
        }
        List<Line> lines = new ArrayList<>();
        counts.forEach((code, count) -> {
            if (Arrays.stream(count).sum() > 0) {
                lines.add(line(taxonomy.find(code).orElse(null), code, Counted.of(periods.compare(count), periods)));
            }
        });
        return new TypeTotals(
                periods.whole(),
                periods.periods().isEmpty()
                        ? month.atEndOfMonth().toString()
                        : periods.periods().get(0).to().toString(),
                Counted.of(periods.compare(together), periods),
                lines);
    }

    /** The same for who may not see small counts: what is left out cannot be had by subtraction either. */
    TypeTotals masked() {
        @Nullable
        Integer[] shown = Mask.about(
                types.stream()
                        .mapToInt(type -> type.counted().count() == null
                                ? 0
                                : type.counted().count())
                        .toArray(),
                all.count() == null ? 0 : all.count());
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < shown.length; i++) {
            Line line = types.get(i);
            Counted kept = shown[i] == null ? Counted.HIDDEN : line.counted().masked();
            lines.add(new Line(line.code(), line.sv(), line.en(), line.policeActivity(), kept));
        }
        return new TypeTotals(wholeMonth, until, all.masked(), lines);
    }

    private static Line line(@Nullable IncidentType type, String code, Counted counted) {
        return type == null
                ? new Line(code, code, code, false, counted)
                : new Line(code, type.nameSv(), type.nameEn(), type.typeClass().equals(POLICE_CLASS), counted);
    }
}
