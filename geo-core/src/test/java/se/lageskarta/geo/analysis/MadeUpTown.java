package se.lageskarta.geo.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.IncidentFilter;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafePlaces;

/** The invented town that the tests of reference cases carry, as a question. */
final class MadeUpTown {
    private static final double LABEL_X = 388_377.89;
    private static final double LABEL_Y = 6_431_744.41;

    private MadeUpTown() {}

    static Incidents incidents() {
        Incidents.Builder builder = Incidents.builder(Crs.SWEREF99_TM, 3000);
        for (String[] row : rows("incidents.csv")) {
            double x = Double.parseDouble(row[1]);
            double y = Double.parseDouble(row[2]);
            int minute = TimeSpan.minuteOf(LocalDateTime.parse(row[4]));
            boolean label = x == LABEL_X && y == LABEL_Y;
            builder.add(
                    Long.parseLong(row[0]),
                    1,
                    x,
                    y,
                    label ? PlacePrecision.MUNICIPALITY : PlacePrecision.ADDRESS,
                    minute,
                    minute + 1,
                    row[5],
                    1);
        }
        return builder.build();
    }

    static UnsafePlaces marks() {
        List<UnsafePlace> marks = new ArrayList<>();
        for (String[] row : rows("survey.csv")) {
            marks.add(new UnsafePlace(
                    Long.parseLong(row[0]),
                    2,
                    marks.size(),
                    Double.parseDouble(row[1]),
                    Double.parseDouble(row[2]),
                    0,
                    false,
                    Double.parseDouble(row[3]),
                    0,
                    LocalDate.parse(row[4]),
                    null,
                    Set.of()));
        }
        return new UnsafePlaces(Crs.SWEREF99_TM, marks);
    }

    static AnalysisQuestion during(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable Geometry boundary) {
        Incidents all = incidents();
        Incidents asked = all.where(IncidentFilter.ALL.during(from, to));
        return new AnalysisQuestion(
                Crs.SWEREF99_TM, asked, all, marks(), from, to, boundary, Map.of(), AnalysisQuestion.DEFAULT_SEED);
    }

    private static List<String[]> rows(String name) {
        try (InputStream file =
                MadeUpTown.class.getResourceAsStream("/se/lageskarta/geo/cases/invented-town/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
