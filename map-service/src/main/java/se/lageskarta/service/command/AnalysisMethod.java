package se.lageskarta.service.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.analysis.Analyses;
import se.lageskarta.geo.analysis.Analysis;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.density.DensitySurface;
import se.lageskarta.geo.density.Kernel;
import se.lageskarta.geo.density.KernelDensity;
import se.lageskarta.geo.grid.Grid;
import se.lageskarta.geo.incident.IncidentFilter;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.stats.MonthBars;
import se.lageskarta.geo.stats.WeekHour;

/** The methods that a file can be analysed with, their settings and what they find. */
enum AnalysisMethod {
    KDE("kde", Set.of("bandwidth", "cell", "kernel", "weights"), AnalysisMethod::kde),
    TIME_PROFILE("time-profile", Set.of("from", "to", "types"), AnalysisMethod::timeProfile);

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final String word;
    private final Set<String> settings;
    private final BiFunction<AnalysisFile, AnalysisSettings, AnalysisResult> analysis;

    AnalysisMethod(
            String word, Set<String> settings, BiFunction<AnalysisFile, AnalysisSettings, AnalysisResult> analysis) {
        this.word = word;
        this.settings = settings;
        this.analysis = analysis;
    }

    static AnalysisMethod of(String word) {
        return Arrays.stream(values())
                .filter(method -> method.word.equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new UsageException("Okänd metod " + word + ". Unknown method. Kända/known: " + words()));
    }

    static String words() {
        return Stream.concat(
                        Analyses.ALL.stream().map(Analysis::name),
                        Arrays.stream(values()).map(method -> method.word))
                .collect(Collectors.joining(", "));
    }

    String word() {
        return word;
    }

    Set<String> settings() {
        return settings;
    }

    AnalysisResult run(AnalysisFile file, AnalysisSettings chosen) {
        try {
            return analysis.apply(file, chosen);
        } catch (IllegalArgumentException refused) {
            throw new UsageException(word + ": " + refused.getMessage());
        }
    }

    private static AnalysisResult kde(AnalysisFile file, AnalysisSettings chosen) {
        Set<String> kernels = Arrays.stream(Kernel.values())
                .map(kernel -> kernel.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Kernel kernel = Kernel.valueOf(chosen.word("kernel", "quartic", kernels).toUpperCase(Locale.ROOT));
        double bandwidth = chosen.number("bandwidth", 200);
        double cell = chosen.number("cell", 25);
        double reach = bandwidth * (kernel == Kernel.GAUSSIAN ? 3 : 1);
        double[] x = file.x();
        double[] y = file.y();
        Grid grid = Grid.covering(min(x) - reach, min(y) - reach, max(x) + reach, max(y) + reach, cell);
        DensitySurface surface =
                new KernelDensity(kernel, bandwidth).fit(x, y, chosen.flag("weights") ? file.weight() : null, grid);
        int[] cells = IntStream.range(0, grid.cells())
                .filter(i -> surface.value()[i] > 0)
                .toArray();
        Map<String, @Nullable Object> summary = summary("kde", file);
        summary.put(
                "parameters",
                Map.of("kernel", kernel.name().toLowerCase(Locale.ROOT), "bandwidth", bandwidth, "cell", cell));
        summary.put("grid", Map.of("x0", grid.x0(), "y0", grid.y0(), "cell", cell, "nx", grid.nx(), "ny", grid.ny()));
        summary.put("unit", "incidents/km²");
        summary.put("max", surface.max());
        summary.put("meanOfPositive", surface.meanOfPositive());
        AnalysisResult rows = new AnalysisResult(
                summary,
                List.of("row", "col", "x", "y", "value"),
                cells.length,
                i -> new Object[] {
                    cells[i] / grid.nx(),
                    cells[i] % grid.nx(),
                    grid.centreX(cells[i] % grid.nx()),
                    grid.centreY(cells[i] / grid.nx()),
                    surface.value()[cells[i]]
                },
                i -> square(
                        file, grid.x0() + cells[i] % grid.nx() * cell, grid.y0() + cells[i] / grid.nx() * cell, cell));
        return rows.with(new AnalysisResult.Raster(grid, surface.value(), file.crs(), "incidents per km2"));
    }

    private static AnalysisResult timeProfile(AnalysisFile file, AnalysisSettings chosen) {
        if (file.isSurvey()) {
            throw new IllegalArgumentException("the file holds survey marks, but must hold incidents");
        }
        Incidents incidents = file.incidents()
                .where(new IncidentFilter(chosen.day("from"), chosen.day("to"), chosen.words("types"), Set.of()));
        int[] rows = IntStream.range(0, incidents.size()).toArray();
        MonthBars months = MonthBars.of(incidents);
        WeekHour week = WeekHour.of(incidents, rows);
        Map<String, @Nullable Object> summary = summary("time-profile", file);
        summary.put("used", incidents.size());
        summary.put("weekday", WeekHour.weekdays(incidents, rows));
        summary.put("weekHour", week.known() == 0 ? null : week.count());
        summary.put("weekHourKnown", week.known());
        summary.put("unknownMonth", months.unknown());
        return new AnalysisResult(
                summary,
                List.of("month", "count"),
                months.count().length,
                i -> new Object[] {months.month(i).toString(), months.count()[i]},
                i -> null);
    }

    private static Map<String, @Nullable Object> summary(String method, AnalysisFile file) {
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        summary.put("method", method);
        summary.put("crs", file.crs().toString());
        summary.put("n", file.number().length);
        summary.put("rejected", file.tally().rejected());
        return summary;
    }

    private static Geometry square(AnalysisFile file, double x, double y, double side) {
        Coordinate[] corners = {
            new Coordinate(x, y),
            new Coordinate(x + side, y),
            new Coordinate(x + side, y + side),
            new Coordinate(x, y + side),
            new Coordinate(x, y)
        };
        return inDegrees(GEOMETRY.createPolygon(corners), Projection.of(file.crs()));
    }

    private static Geometry inDegrees(Geometry metres, Projection projection) {
        Geometry degrees = metres.copy();
        degrees.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence places, int i) {
                LonLat place = projection.toLonLat(places.getX(i), places.getY(i));
                places.setOrdinate(i, CoordinateSequence.X, place.lon());
                places.setOrdinate(i, CoordinateSequence.Y, place.lat());
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return degrees;
    }

    private static double min(double[] values) {
        return Arrays.stream(values)
                .min()
                .orElseThrow(() -> new IllegalArgumentException("the file holds nothing that can be used"));
    }

    private static double max(double[] values) {
        return Arrays.stream(values)
                .max()
                .orElseThrow(() -> new IllegalArgumentException("the file holds nothing that can be used"));
    }
}
