package se.lageskarta.geo.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.linearref.LengthIndexedLine;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.incident.TimeSpan;

/**
 * Three years of incidents: planted places of trouble, burglaries that come back to the neighbours within two weeks,
 * and the thin spread that every town has. One in fifty has only the municipality's label point, as geocoders answer
 * when they do not know; some are only known to have happened along a street.
 */
final class IncidentStory {
    static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);
    /** Where a geocoder puts what it cannot find: the middle of the municipality, a forest. */
    static final double LABEL_U = -2310;

    static final double LABEL_V = -2655;

    private static final int SPREAD_A_YEAR = 262;
    private static final int BURGLARY_SERIES_A_YEAR = 17;
    private static final double LABEL_POINT_SHARE = 0.02;
    private static final double STREET_SHARE = 0.08;
    private static final int CORNERS = 11;
    private static final double CORNER_SHARE = 0.65;
    private static final String[] SPREAD_TYPES =
            ("SKA SKA SKA SKA KLO KLO BIL BIL BIL BIL CYK CYK CYK INF INF STO STO STO BRA MIS MIS HOT HOT NAR ALK ORD ORD ORD "
                            + "BUS BUS NED DUM SEX RAN")
                    .split(" ");

    private final SplittableRandom random;
    private final List<Building> homes;
    private final List<Building> villas;
    private final double[] homesUpTo;
    private final List<Street> streets;
    private final List<Incident> incidents = new ArrayList<>();

    IncidentStory(SplittableRandom random, List<Building> buildings, List<Street> streets) {
        this.random = random;
        homes = buildings.stream().filter(building -> building.number() > 0).toList();
        villas = homes.stream()
                .filter(home -> home.kind().equals("house") || home.kind().equals("rowhouse"))
                .toList();
        this.streets = streets.stream()
                .filter(street -> !street.name().isEmpty() && street.line().getLength() > 120)
                .toList();
        homesUpTo = new double[homes.size()];
        double sum = 0;
        for (int i = 0; i < homesUpTo.length; i++) {
            Building home = homes.get(i);
            boolean central = Math.hypot(home.door().x, home.door().y) < 700;
            sum += Math.sqrt(Math.max(1, home.households()))
                    * (central ? 2.5 : home.kind().equals("farm") ? 0.3 : 1);
            homesUpTo[i] = sum;
        }
    }

    List<Incident> tell() {
        Trouble.PLANTED.forEach(this::trouble);
        for (int year = 2024; year <= 2026; year++) {
            LocalDate from = LocalDate.of(year, 1, 1);
            LocalDate to = year == 2026 ? LAST_DAY : LocalDate.of(year, 12, 31);
            double share = year == 2026 ? 10 / 12.0 : 1;
            for (int i = 0; i < SPREAD_A_YEAR * share; i++) {
                spread(from, to);
            }
            for (int i = 0; i < BURGLARY_SERIES_A_YEAR * share; i++) {
                burglaries(from, to);
            }
        }
        return numbered();
    }

    /** Most incidents stand at the same few doors, stands and corners; the rest lies around. */
    private void trouble(Trouble trouble) {
        double[] cornersU = random.doubles(CORNERS, -1.3, 1.3).toArray();
        double[] cornersV = random.doubles(CORNERS, -1.1, 1.1).toArray();
        for (int year = 2024; year <= 2026; year++) {
            LocalDate newYear = LocalDate.of(year, 1, 1);
            LocalDate from = trouble.since().isAfter(newYear) ? trouble.since() : newYear;
            LocalDate to = year == 2026 ? LAST_DAY : LocalDate.of(year, 12, 31);
            for (int i = 0; i < trouble.count(year); i++) {
                boolean atCorner = random.nextDouble() < CORNER_SHARE;
                int corner = Math.min(random.nextInt(CORNERS), random.nextInt(CORNERS));
                double east = atCorner ? cornersU[corner] : random.nextGaussian();
                double north = atCorner ? cornersV[corner] : random.nextGaussian() * 0.8;
                double u = trouble.u() + east * trouble.spreadMetres() + random.nextGaussian() * 3;
                double v = trouble.v() + north * trouble.spreadMetres() + random.nextGaussian() * 3;
                String type = trouble.types().get(random.nextInt(trouble.types().size()));
                add(u, v, PlacePrecision.ADDRESS, time(type, trouble.rhythm().moment(random, from, to)), type);
            }
        }
    }

    private void spread(LocalDate from, LocalDate to) {
        String type = SPREAD_TYPES[random.nextInt(SPREAD_TYPES.length)];
        Rhythm rhythm =
                switch (type) {
                    case "MIS", "SEX", "ALK", "HOT" -> Rhythm.NIGHT_OUT;
                    case "STO" -> Rhythm.SHOP_HOURS;
                    case "INF", "BIL" -> Rhythm.SMALL_HOURS;
                    case "SKA", "KLO", "BUS", "ORD", "NAR", "RAN", "BRA" -> Rhythm.EVENING;
                    default -> Rhythm.ANY;
                };
        TimeSpan time = time(type, rhythm.moment(random, from, to));
        double draw = random.nextDouble();
        if (draw < STREET_SHARE) {
            Street street = streets.get(random.nextInt(streets.size()));
            Coordinate middle = new LengthIndexedLine(street.line())
                    .extractPoint(street.line().getLength() / 2);
            add(middle.x, middle.y, PlacePrecision.STREET, time, type);
            return;
        }
        Coordinate door = anyHome().door();
        add(door.x + random.nextGaussian() * 7, door.y + random.nextGaussian() * 7, PlacePrecision.ADDRESS, time, type);
    }

    private Building anyHome() {
        double wanted = random.nextDouble(homesUpTo[homesUpTo.length - 1]);
        int found = Arrays.binarySearch(homesUpTo, wanted);
        return homes.get(Math.min(homes.size() - 1, found < 0 ? -found - 1 : found));
    }

    /** A burglary, and one to three more among the neighbours within two weeks. */
    private void burglaries(LocalDate from, LocalDate to) {
        Building first = villas.get(random.nextInt(villas.size()));
        LocalDateTime when = Rhythm.WORK_HOURS.moment(random, from, to.minusDays(15));
        burglary(first, when);
        List<Building> near = villas.stream()
                .filter(home -> home != first && home.door().distance(first.door()) < 100)
                .toList();
        int followers = near.isEmpty() ? 0 : random.nextInt(1, 4);
        for (int i = 0; i < followers; i++) {
            LocalDateTime later = when.plusDays(random.nextInt(1, 14)).withHour(random.nextInt(8, 17));
            burglary(near.get(random.nextInt(near.size())), later);
        }
    }

    /** The family comes home and finds it: the hour is known within half a day or a weekend. */
    private void burglary(Building home, LocalDateTime when) {
        LocalDateTime left = when.withMinute(0);
        LocalDateTime back = left.plusHours(random.nextDouble() < 0.2 ? random.nextInt(24, 60) : random.nextInt(4, 11));
        LocalDateTime end = back.isAfter(LAST_DAY.atTime(23, 0)) ? left.plusHours(1) : back;
        Coordinate door = home.door();
        add(door.x, door.y, PlacePrecision.ADDRESS, TimeSpan.between(left, end), "INB");
    }

    /** A bicycle or a car is left and missed hours later; the rest is known to the minute. */
    private TimeSpan time(String type, LocalDateTime when) {
        boolean missedLater = type.equals("CYK") || type.equals("BIL") || type.equals("INF");
        if (!missedLater || random.nextDouble() < 0.4) {
            return TimeSpan.at(when);
        }
        return TimeSpan.between(when.minusHours(random.nextInt(1, 9)), when);
    }

    private void add(double u, double v, PlacePrecision precision, TimeSpan time, String type) {
        boolean unknown = random.nextDouble() < LABEL_POINT_SHARE;
        double x = round(Site.x(unknown ? LABEL_U : u));
        double y = round(Site.y(unknown ? LABEL_V : v));
        PlacePrecision place = unknown ? PlacePrecision.MUNICIPALITY : precision;
        incidents.add(new Incident(0, 0, 0, x, y, place, time, type, type, 1));
    }

    private static double round(double metres) {
        return Math.round(metres * 10) / 10.0;
    }

    private List<Incident> numbered() {
        incidents.sort(Comparator.comparingInt(incident -> incident.time().fromMinute()));
        List<Incident> numbered = new ArrayList<>(incidents.size());
        for (Incident one : incidents) {
            long key = numbered.size() + 1L;
            numbered.add(new Incident(
                    0,
                    0,
                    key,
                    one.x(),
                    one.y(),
                    one.precision(),
                    one.time(),
                    one.type(),
                    one.sourceType(),
                    one.weight()));
        }
        return List.copyOf(numbered);
    }
}
