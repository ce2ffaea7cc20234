package se.lageskarta.service.causes;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.hotspot.EarlierYears;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.geo.stats.Darkness;
import se.lageskarta.geo.stats.PoissonComparison;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafePlaces;
import se.lageskarta.service.catalogue.IncidentTypes;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.reports.Report;
import se.lageskarta.service.reports.ReportState;
import se.lageskarta.service.reports.Reports;
import se.lageskarta.service.spots.Spot;
import se.lageskarta.service.storage.BaseFeatures;
import se.lageskarta.service.storage.Bounds;

/** Gathers what is known of a spot. Of several working systems the one with most incidents in the outline is taken. */
@Component
class ReadScene {
    /** A report so far outside the outline is about the place still. */
    static final int REPORT_METRES = 50;
    /** Reports older than this are about how it was. */
    static final int REPORT_MONTHS = 24;

    static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final double MARK_METRES = 30;
    private static final double METRES_PER_DEGREE = 111_195;
    private static final int ROUNDNESS = 4;
    private static final String STOP = "stop";
    private static final Set<BaseRole> ROLES = EnumSet.of(
            BaseRole.LAMPS,
            BaseRole.ROADS,
            BaseRole.PATHS,
            BaseRole.RAIL,
            BaseRole.GREEN,
            BaseRole.WATER,
            BaseRole.PLACES);

    private final BaseFeatures base;
    private final Reports reports;
    private final IncidentTypes types;

    ReadScene(BaseFeatures base, Reports reports, IncidentTypes types) {
        this.base = base;
        this.reports = reports;
        this.types = types;
    }

    /** @param question about the period, with both kinds of evidence */
    Scene of(Spot spot, Question question) {
        Split period = split(spot, question.placedIncidents());
        Question ever =
                new Question(question.facts(), question.datasets(), null, null, question.types(), question.stream());
        Split always = split(spot, wholeYears(ever.placedIncidents()));
        Crs crs = period.here.size() > 0 ? period.here.crs() : always.here.crs();
        Geometry outline = metres(spot.outline(), crs);
        List<UnsafePlace> marksHere = new ArrayList<>();
        List<UnsafePlace> marksElsewhere = new ArrayList<>();
        int safe = marks(spot, ever.unsafePlaces(), marksHere, marksElsewhere);
        Point centre = spot.outline().getCentroid();
        return new Scene(
                period.here,
                period.elsewhere,
                possible(question.incidents(), outline, crs),
                always.here,
                always.elsewhere,
                List.copyOf(marksHere),
                safe,
                List.copyOf(marksElsewhere),
                change(question, outline, crs, period.here.size()),
                around(spot, outline, crs),
                reported(spot, outline, crs, question.to()),
                types.codes().stream().collect(Collectors.toMap(code -> code, types::standsFor)),
                Darkness.at(centre.getX(), centre.getY(), SWEDEN));
    }

    private record Split(Incidents here, Incidents elsewhere) {}

    /** Those within the outline, and those of the same types outside of it. */
    private static Split split(Spot spot, List<Incidents> sets) {
        Split best = new Split(Incidents.empty(Crs.SWEREF99_TM), Incidents.empty(Crs.SWEREF99_TM));
        for (Incidents set : sets) {
            boolean[] within = within(set, metres(spot.outline(), set.crs()));
            Set<String> types = new HashSet<>();
            for (int i = 0; i < within.length; i++) {
                if (within[i]) {
                    types.add(set.type(i));
                }
            }
            Incidents here = set.select(Chosen.rows(set, row -> within[row]));
            if (here.size() >= best.here.size()) {
                best = new Split(
                        here, set.select(Chosen.rows(set, row -> !within[row] && types.contains(set.type(row)))));
            }
        }
        return best;
    }

    private static boolean[] within(Incidents set, Geometry outline) {
        IndexedPointInAreaLocator area = new IndexedPointInAreaLocator(outline);
        Envelope box = outline.getEnvelopeInternal();
        boolean[] within = new boolean[set.size()];
        for (int i = 0; i < within.length; i++) {
            Coordinate place = new Coordinate(set.x()[i], set.y()[i]);
            within[i] = box.covers(place) && area.locate(place) != Location.EXTERIOR;
        }
        return within;
    }

    /** Months of whole years, counted back from the last; otherwise the seasons that happen to be known count double. */
    private static List<Incidents> wholeYears(List<Incidents> sets) {
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (Incidents set : sets) {
            for (int i = 0; i < set.size(); i++) {
                if (set.time(i).isKnown()) {
                    first = Math.min(first, set.fromMinute()[i]);
                    last = Math.max(last, set.fromMinute()[i]);
                }
            }
        }
        if (first > last) {
            return List.of();
        }
        LocalDate begin = TimeSpan.timeOf(first).toLocalDate().withDayOfMonth(1);
        LocalDate end = TimeSpan.timeOf(last).toLocalDate().withDayOfMonth(1).plusMonths(1);
        long months = java.time.temporal.ChronoUnit.MONTHS.between(begin, end);
        int from = TimeSpan.minuteOf(end.minusMonths(months / 12 * 12).atStartOfDay());
        return sets.stream()
                .map(set -> set.select(Chosen.rows(set, row -> set.fromMinute()[row] >= from)))
                .toList();
    }

    private static int possible(List<Incidents> sets, Geometry outline, Crs crs) {
        int possible = 0;
        for (Incidents set : sets) {
            if (set.crs().equals(crs)) {
                for (int i = 0; i < set.size(); i++) {
                    Geometry lies = set.isSpread(i) ? set.shape(i) : null;
                    possible += lies != null && lies.intersects(outline) ? 1 : 0;
                }
            }
        }
        return possible;
    }

    private static @Nullable PoissonComparison change(Question question, Geometry outline, Crs crs, int count) {
        return question.incidentsOfAllTime().stream()
                .filter(set -> set.crs().equals(crs))
                .findFirst()
                .map(set -> EarlierYears.of(set, question.filter()).compare(outline, count))
                .orElse(null);
    }

    private static int marks(Spot spot, List<UnsafePlaces> sets, List<UnsafePlace> here, List<UnsafePlace> elsewhere) {
        int safe = 0;
        for (UnsafePlaces set : sets) {
            Geometry near = metres(spot.outline(), set.crs()).buffer(MARK_METRES, ROUNDNESS);
            IndexedPointInAreaLocator area = new IndexedPointInAreaLocator(near);
            for (UnsafePlace mark : set.marks()) {
                boolean within = area.locate(new Coordinate(mark.x(), mark.y())) != Location.EXTERIOR;
                if (mark.safe()) {
                    safe += within ? 1 : 0;
                } else {
                    (within ? here : elsewhere).add(mark);
                }
            }
        }
        return safe;
    }

    private Around around(Spot spot, Geometry outline, Crs crs) {
        List<Geometry> streets = new ArrayList<>();
        List<Around.Lamp> lamps = new ArrayList<>();
        Map<Around.Feature, List<Geometry>> others = new EnumMap<>(Around.Feature.class);
        for (BaseFeature feature : base.within(grown(spot, Around.LAMP_REACH_METRES), ROLES)) {
            Geometry metres = metres(feature.geometry(), crs);
            switch (feature.role()) {
                case LAMPS -> lamps.add(new Around.Lamp(metres.getCoordinate(), isBroken(feature)));
                case ROADS -> parts(metres, streets);
                case PATHS -> {
                    parts(metres, streets);
                    add(others, Around.Feature.PATHS, metres);
                }
                case PLACES -> {
                    if (feature.kind().contains(STOP)) {
                        add(others, Around.Feature.STOPS, metres);
                    }
                }
                case RAIL -> add(others, Around.Feature.RAIL, metres);
                case GREEN -> add(others, Around.Feature.GREEN, metres);
                case WATER -> add(others, Around.Feature.WATER, metres);
                default -> throw new IllegalStateException("not asked for: " + feature.role());
            }
        }
        return new Around(outline, streets, lamps, others);
    }

    private static void parts(Geometry lines, List<Geometry> streets) {
        for (int i = 0; i < lines.getNumGeometries(); i++) {
            streets.add(lines.getGeometryN(i));
        }
    }

    private static void add(Map<Around.Feature, List<Geometry>> others, Around.Feature feature, Geometry metres) {
        others.computeIfAbsent(feature, unused -> new ArrayList<>()).add(metres);
    }

    private static boolean isBroken(BaseFeature lamp) {
        return lamp.kind().contains("broken")
                || "false".equals(lamp.attributes().get("working"));
    }

    private Map<String, Scene.Reported> reported(Spot spot, Geometry outline, Crs crs, @Nullable LocalDate to) {
        LocalDate end = to == null ? spot.lastMonth().atEndOfMonth() : to;
        int last = TimeSpan.minuteOf(end.plusDays(1).atStartOfDay()) - 1;
        int first = TimeSpan.minuteOf(end.plusDays(1).minusMonths(REPORT_MONTHS).atStartOfDay());
        Map<String, Scene.Reported> byType = new TreeMap<>();
        for (Report report : reports.within(grown(spot, REPORT_METRES), first, last)) {
            Point place = report.place();
            if (place != null
                    && report.state() != ReportState.DUPLICATE
                    && metres(place, crs).distance(outline) <= REPORT_METRES) {
                boolean open = report.state() != ReportState.FIXED;
                byType.merge(report.type(), new Scene.Reported(1, open ? 1 : 0), Scene.Reported::and);
            }
        }
        return byType;
    }

    private static Bounds grown(Spot spot, double metres) {
        Envelope box = spot.outline().getEnvelopeInternal();
        double north = metres / METRES_PER_DEGREE;
        double east = north / Math.max(0.01, Math.cos(Math.toRadians(box.centre().y)));
        return new Bounds(
                Math.max(-180, box.getMinX() - east),
                Math.max(-90, box.getMinY() - north),
                Math.min(180, box.getMaxX() + east),
                Math.min(90, box.getMaxY() + north));
    }

    private static Geometry metres(Geometry degrees, Crs crs) {
        return ProjectedGeometry.fromLonLat(degrees, Projection.metric(crs));
    }

    /** Numbers of rows that something holds for. */
    private interface Chosen {
        static int[] rows(Incidents set, java.util.function.IntPredicate holds) {
            return java.util.stream.IntStream.range(0, set.size()).filter(holds).toArray();
        }
    }
}
