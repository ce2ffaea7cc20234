package se.lageskarta.service.followups;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.effect.ComparisonAreas;
import se.lageskarta.geo.effect.ComparisonCandidate;
import se.lageskarta.geo.effect.FollowUpDesign;
import se.lageskarta.geo.effect.FollowUpWindows;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.service.measures.Measure;
import se.lageskarta.service.measures.MeasureFilter;
import se.lageskarta.service.measures.MeasureStatus;
import se.lageskarta.service.measures.Measures;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/** Draws a follow-up up: months, area, rings, and places it could be compared with. */
@Component
class PrepareFollowUp {
    static final int USUAL_MONTHS = 12;

    private final Measures measures;
    private final ComparisonPlaces places;
    private final LandUse landUse;

    PrepareFollowUp(Measures measures, ComparisonPlaces places, LandUse landUse) {
        this.measures = measures;
        this.places = places;
        this.landUse = landUse;
    }

    /** @throws RefusedRequestException at the field, when the measure is not done or the data do not reach */
    Prepared of(Measure measure, Asked asked) {
        LocalDate done = measure.doneOn();
        if (done == null || measure.status().isOpen()) {
            throw refused("doneOn", "", "followup.not-done");
        }
        DataMonths data = DataMonths.of(asked.question());
        if (data == null) {
            throw refused("datasets", "", "followup.no-data");
        }
        FollowUpWindows windows = windows(asked, done, data);
        List<Incidents> sets = asked.question().placedIncidents().stream()
                .sorted(Comparator.comparingInt(Incidents::size).reversed())
                .toList();
        Crs crs = sets.isEmpty() ? data.datasets().get(0).crs() : sets.get(0).crs();
        Projection projection = Projection.of(crs);
        Target target = Target.of(measure, asked.reach(), projection);
        if (!(target.area().getArea() > 0)) {
            throw refused("reach", String.valueOf(asked.reach()), "followup.reach");
        }
        List<Double> widths = asked.widths().isEmpty() ? FollowUpDesign.usualWidths(target.area()) : asked.widths();
        FollowUpDesign design = new FollowUpDesign(target.area(), windows, widths, List.of());
        Incidents points = sets.isEmpty() ? Incidents.empty(crs) : sets.get(0);
        Map<String, Geometry> others = others(measure, windows, projection);
        ComparisonAreas areas =
                new ComparisonAreas(points, design, data.first(), landUse.of(target.area(), projection));
        List<ComparisonCandidate> candidates = new ArrayList<>(places.of(asked.question(), windows, crs));
        addCells(areas, candidates, projection);
        return new Prepared(
                measure,
                asked,
                data,
                target,
                design,
                sets,
                projection,
                others,
                areas.targetBefore(),
                areas.rate(candidates, others));
    }

    /** Squares only where no hotspot is a better drawn candidate. */
    private void addCells(ComparisonAreas areas, List<ComparisonCandidate> candidates, Projection projection) {
        List<Geometry> hotspots = candidates.stream()
                .filter(candidate -> candidate.kind().equals("hotspot"))
                .map(ComparisonCandidate::area)
                .toList();
        areas.cells().stream()
                .filter(cell -> hotspots.stream().noneMatch(cell.area()::intersects))
                .map(cell -> places.named(cell, projection))
                .forEach(candidates::add);
    }

    private static FollowUpWindows windows(Asked asked, LocalDate done, DataMonths data) {
        Integer months = asked.months();
        int wanted = months != null ? months : USUAL_MONTHS;
        FollowUpWindows windows = FollowUpWindows.of(done, asked.leftOut(), wanted, asked.years());
        if (data.holds(windows)) {
            return windows;
        }
        int most = most(asked, done, data, wanted);
        if (months == null && most > 0) {
            return FollowUpWindows.of(done, asked.leftOut(), most, asked.years());
        }
        throw unreached(asked, windows, data, most, done);
    }

    private static RefusedRequestException unreached(
            Asked asked, FollowUpWindows windows, DataMonths data, int most, LocalDate done) {
        String last = data.last().toString();
        if (windows.firstBefore().isBefore(data.first())) {
            boolean years = asked.years() > 1;
            return refused(
                    years ? "years" : "months",
                    "" + (years ? asked.years() : windows.months()),
                    "followup.before",
                    data.first().toString(),
                    windows.firstBefore().toString());
        }
        String earliest = earliest(done, windows.months());
        return most > 0
                ? refused("months", "" + windows.months(), "followup.after", last, earliest, most)
                : refused("months", "" + windows.months(), "followup.early", last, earliest);
    }

    private static int most(Asked asked, LocalDate done, DataMonths data, int below) {
        for (int months = below - 1; months > 0; months--) {
            if (data.holds(FollowUpWindows.of(done, asked.leftOut(), months, asked.years()))) {
                return months;
            }
        }
        return 0;
    }

    /** The first month in which so many whole months have passed. */
    static String earliest(LocalDate done, int months) {
        return YearMonth.from(done).plusMonths(months + 1L).toString();
    }

    /** Measures that were at work in the months compared. */
    private Map<String, Geometry> others(Measure measure, FollowUpWindows windows, Projection projection) {
        Map<String, Geometry> others = new TreeMap<>();
        for (Measure other : measures.all(MeasureFilter.ALL)) {
            if (other.id() != measure.id() && isAtWork(other, windows)) {
                others.put(other.title() + " (" + other.id() + ")", Target.around(other, projection));
            }
        }
        return others;
    }

    private static boolean isAtWork(Measure other, FollowUpWindows windows) {
        LocalDate done = other.doneOn();
        LocalDate from = windows.firstBefore().atDay(1);
        LocalDate to = windows.lastAfter().atEndOfMonth();
        return done != null
                ? !done.isBefore(from) && !done.isAfter(to)
                : other.status() == MeasureStatus.IN_PROGRESS
                        && other.createdAt()
                                .isBefore(to.plusDays(1)
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant());
    }

    static RefusedRequestException refused(String field, String value, String code, Object... arguments) {
        return new RefusedRequestException(422, List.of(FieldFault.of(field, value, code, arguments)));
    }
}
