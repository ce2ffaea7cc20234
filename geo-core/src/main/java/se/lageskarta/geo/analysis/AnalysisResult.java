package se.lageskarta.geo.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.grid.Grid;
import se.lageskarta.geo.hotspot.Count;

/**
 * What an analysis found, with everything needed to repeat and to doubt it.
 *
 * @param method name of the analysis
 * @param topic what it answers
 * @param status whether it could answer
 * @param headline what it says, in a sentence
 * @param sentence how it was made, in a sentence
 * @param parameters what it was made with, and why
 * @param crs system of the coordinates, null when it has none
 * @param n rows asked about
 * @param used rows that took part
 * @param excluded rows that did not, by reason
 * @param distinct distinct coordinates among the used rows
 * @param snapped true when fewer than nine in ten used rows have a coordinate of their own
 * @param advice what to know before trusting it
 * @param seed of what was drawn by lot
 * @param dataHash of the used rows' content, whatever their order
 * @param figures single numbers and texts by name, the unit in the name
 * @param tables rows that have no place
 * @param places where it lies, null when nowhere
 * @param raster the surface, null when there is none
 */
public record AnalysisResult(
        String method,
        Topic topic,
        Status status,
        Words headline,
        Words sentence,
        List<ParameterUsed> parameters,
        @Nullable Crs crs,
        int n,
        int used,
        List<Count> excluded,
        int distinct,
        boolean snapped,
        List<Words> advice,
        long seed,
        String dataHash,
        Map<String, @Nullable Object> figures,
        List<ResultTable> tables,
        @Nullable ResultPlaces places,
        @Nullable ResultRaster raster) {
    /** Whether an analysis could answer. */
    public enum Status {
        OK,
        /** Too few data: nothing was computed. */
        TOO_FEW,
        /** Computed, and nothing stands out. */
        NOTHING_FOUND;

        /** The word used in answers. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public AnalysisResult {
        parameters = List.copyOf(parameters);
        excluded = List.copyOf(excluded);
        advice = List.copyOf(advice);
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        tables = List.copyOf(tables);
    }

    /** Starts the answer of an analysis about rows. */
    public static Builder of(Analysis analysis, Usable usable, long seed) {
        return new Builder(analysis, usable, seed);
    }

    /** Starts the answer of an analysis about nothing but numbers. */
    public static Builder ofNumbers(Analysis analysis) {
        return new Builder(analysis, null, AnalysisQuestion.DEFAULT_SEED);
    }

    /** Collects an answer. */
    public static final class Builder {
        private final Analysis analysis;
        private final @Nullable Usable usable;
        private final long seed;
        private final List<ParameterUsed> parameters = new ArrayList<>();
        private final List<Words> advice = new ArrayList<>();
        private final Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        private final List<ResultTable> tables = new ArrayList<>();
        private Status status = Status.OK;
        private @Nullable Words headline;
        private @Nullable Words sentence;
        private @Nullable ResultPlaces places;
        private @Nullable ResultRaster raster;

        private Builder(Analysis analysis, @Nullable Usable usable, long seed) {
            this.analysis = analysis;
            this.usable = usable;
            this.seed = seed;
            if (usable != null) {
                advice.addAll(usable.advice());
            }
        }

        public Builder status(Status answered) {
            status = answered;
            return this;
        }

        public Builder headline(Words says) {
            headline = says;
            return this;
        }

        public Builder headline(String sv, String en) {
            return headline(new Words(sv, en));
        }

        public Builder sentence(Words how) {
            sentence = how;
            return this;
        }

        public Builder sentence(String sv, String en) {
            return sentence(new Words(sv, en));
        }

        public Builder parameter(String name, Object value, String unit, boolean automatic, Words why) {
            parameters.add(new ParameterUsed(name, value, unit, automatic, why));
            return this;
        }

        public Builder figure(String name, @Nullable Object value) {
            figures.put(name, value);
            return this;
        }

        public Builder advice(Words note) {
            advice.add(note);
            return this;
        }

        public Builder table(String name, List<String> columns, List<@Nullable Object[]> rows) {
            tables.add(new ResultTable(name, columns, rows.size(), rows::get));
            return this;
        }

        public Builder table(String name, List<String> columns, int size, IntFunction<@Nullable Object[]> row) {
            tables.add(new ResultTable(name, columns, size, row));
            return this;
        }

        public Builder places(
                List<String> columns, int size, IntFunction<@Nullable Object[]> row, IntFunction<Geometry> geometry) {
            places = new ResultPlaces(new ResultTable("places", columns, size, row), geometry);
            return this;
        }

        public Builder raster(Grid grid, double[] value, String unit) {
            raster = new ResultRaster(grid, value, unit);
            return this;
        }

        /** @throws IllegalStateException without a headline or a sentence */
        public AnalysisResult build() {
            if (headline == null || sentence == null) {
                throw new IllegalStateException(analysis.name() + " has no headline or no sentence");
            }
            return new AnalysisResult(
                    analysis.name(),
                    analysis.topic(),
                    status,
                    headline,
                    sentence,
                    parameters,
                    usable == null ? null : usable.crs(),
                    usable == null ? 0 : usable.n(),
                    usable == null ? 0 : usable.size(),
                    usable == null ? List.of() : usable.excluded(),
                    usable == null ? 0 : usable.distinct(),
                    usable != null && usable.snapped(),
                    advice,
                    seed,
                    usable == null ? "" : usable.dataHash(),
                    figures,
                    tables,
                    places,
                    raster);
        }
    }
}
