package se.lageskarta.geo.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.hotspot.HotspotOptions;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.stats.AoristicWeek;
import se.lageskarta.geo.stats.Darkness;
import se.lageskarta.geo.stats.EvenShares;
import se.lageskarta.geo.stats.MonthBars;
import se.lageskarta.geo.stats.WeekHour;

/** Which months, weekdays and hours, and how much in the dark. */
final class TimeProfileAnalysis implements Analysis {
    private static final int LEAST = WeekHour.TOO_FEW;
    private static final double SIGNIFICANCE = 0.05;
    private static final int BLOCK_HOURS = 4;
    private static final String[] DAYS_SV = {"måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"};
    private static final String[] DAYS_EN = {
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
    };

    @Override
    public String name() {
        return "time-profile";
    }

    @Override
    public Topic topic() {
        return Topic.WHEN;
    }

    @Override
    public Needs needs() {
        return Needs.INCIDENTS;
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public Suits suits(AnalysisQuestion question) {
        int rows = Usable.times(question).size();
        return rows < LEAST
                ? Suits.tooFew(rows, LEAST)
                : Suits.recommended(
                        "Visar när på dygnet och veckan det händer, också när tiden bara är känd på ett ungefär.",
                        "Shows when in the day and week it happens, also where the time is known only roughly.");
    }

    @Override
    public long effort(AnalysisQuestion question, Chosen chosen) {
        return 50_000L * question.incidents().size();
    }

    @Override
    public AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop) {
        Usable usable = Usable.times(question);
        Incidents incidents = usable.incidents();
        int[] rows = IntStream.range(0, incidents.size()).toArray();
        AoristicWeek week = AoristicWeek.of(incidents, rows);
        WeekHour known = WeekHour.of(incidents, rows);
        int[] weekdays = WeekHour.weekdays(incidents, rows);
        MonthBars months = MonthBars.of(incidents);
        EvenShares even = Arrays.stream(weekdays).sum() < LEAST ? null : EvenShares.of(weekdays);
        OptionalDouble dark = dark(usable, rows);
        AnalysisResult.Builder answer = AnalysisResult.of(this, usable, question.seed())
                .status(week.isTooFew() ? AnalysisResult.Status.TOO_FEW : AnalysisResult.Status.OK)
                .headline(headline(week, known, even, dark))
                .sentence(
                        week.known() + " händelser vars tid är känd inom en vecka; en osäker tid sprids jämnt över"
                                + " timmarna den kan ha hänt (aoristiskt).",
                        week.known() + " incidents whose time is known within a week; an unsure time is spread evenly"
                                + " over the hours in which it can have happened (aoristic).")
                .figure("weekday", Arrays.stream(weekdays).boxed().toList())
                .figure("weekdayP", even == null ? null : even.p())
                .figure(
                        "weekHour",
                        Arrays.stream(known.count())
                                .map(day -> Arrays.stream(day).boxed().toList())
                                .toList())
                .figure("weekHourKnown", known.known())
                .figure("aoristicKnown", week.known())
                .figure("darkShare", dark.isEmpty() ? null : dark.getAsDouble())
                .figure("unknownMonth", months.unknown())
                .figure("unknownHour", week.unknown());
        if (even != null && even.p() >= SIGNIFICANCE) {
            answer.advice(new Words(
                    "Ingen säker skillnad mellan veckodagarna.", "No sure difference between the days of the week."));
        }
        if (week.known() > 2 * week.exact()) {
            answer.advice(new Words(
                    "De flesta tider är osäkra: toppar blir utslätade.", "Most times are unsure: peaks are smoothed."));
        }
        return answer.table("months", List.of("month", "count"), months.count().length, i ->
                        new Object[] {months.month(i).toString(), months.count()[i]})
                .table("weekHours", List.of("weekday", "hour", "count"), cells(week))
                .table("hours", List.of("hour", "count"), 24, hour -> new Object[] {hour, week.hours()[hour]})
                .table("weekdays", List.of("weekday", "count"), 7, day -> new Object[] {day, weekdays[day]})
                .build();
    }

    private static List<@Nullable Object[]> cells(AoristicWeek week) {
        List<@Nullable Object[]> cells = new ArrayList<>();
        if (week.known() > 0) {
            for (int day = 0; day < 7; day++) {
                for (int hour = 0; hour < 24; hour++) {
                    cells.add(new Object[] {day, hour, week.weight()[day][hour]});
                }
            }
        }
        return cells;
    }

    private static OptionalDouble dark(Usable usable, int[] rows) {
        if (usable.size() == 0) {
            return OptionalDouble.empty();
        }
        double x = Arrays.stream(usable.x()).average().orElse(0);
        double y = Arrays.stream(usable.y()).average().orElse(0);
        LonLat place = Projection.of(usable.crs()).toLonLat(x, y);
        Darkness darkness = Darkness.at(place.lon(), place.lat(), HotspotOptions.AUTOMATIC.zone());
        return AoristicWeek.darkShare(usable.incidents(), rows, darkness);
    }

    /** A peak of hours or days is told only where it is surely none of chance. */
    private static Words headline(
            AoristicWeek week, WeekHour known, @Nullable EvenShares weekdays, OptionalDouble dark) {
        if (week.isTooFew()) {
            return new Words("För få med känd tid för ett mönster.", "Too few with a known time for a pattern.");
        }
        double[] days = new double[7];
        double[] blocks = new double[24 / BLOCK_HOURS];
        int[] exact = new int[blocks.length];
        for (int d = 0; d < 7; d++) {
            for (int h = 0; h < 24; h++) {
                days[d] += week.weight()[d][h];
                blocks[h / BLOCK_HOURS] += week.weight()[d][h];
                exact[h / BLOCK_HOURS] += known.count()[d][h];
            }
        }
        boolean hourSure = known.known() >= LEAST && EvenShares.of(exact).p() < SIGNIFICANCE;
        Words hours = hourSure
                ? hours(most(blocks), blocks, week.known())
                : new Words("Ingen säker topp på dygnet.", "No sure peak in the day.");
        boolean daySure = weekdays != null && weekdays.p() < SIGNIFICANCE;
        Words both = !daySure
                ? hours
                : hours.then(
                        new Words("Flest på " + DAYS_SV[most(days)] + "ar.", "Most on " + DAYS_EN[most(days)] + "s."));
        return dark.isEmpty()
                ? both
                : both.then(new Words(
                        Spoken.percentSv(dark.getAsDouble()) + " i mörker.",
                        Spoken.percentEn(dark.getAsDouble()) + " in the dark."));
    }

    private static Words hours(int block, double[] blocks, int known) {
        String hours = block * BLOCK_HOURS + "–" + (block + 1) * BLOCK_HOURS;
        return new Words(
                "Flest kl. " + hours + " (" + Spoken.percentSv(blocks[block] / known) + ").",
                "Most at " + hours + " o'clock (" + Spoken.percentEn(blocks[block] / known) + ").");
    }

    private static int most(double[] values) {
        int most = 0;
        for (int i = 1; i < values.length; i++) {
            most = values[i] > values[most] ? i : most;
        }
        return most;
    }
}
