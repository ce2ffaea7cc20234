package se.lageskarta.geo.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafeReason;

/**
 * The survey wave of spring 2026: some places that also have crime, two that have none and yet are avoided (the tunnel,
 * the unlit path), some that people like, and marks here and there.
 */
final class SurveyStory {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 4, 7);
    private static final int DAYS_OPEN = 42;
    private static final int RESPONDENTS = 190;
    private static final int SCATTERED = 72;

    /** A place people agree on. */
    record Place(
            String name,
            double u,
            double v,
            double spreadMetres,
            int marks,
            boolean safe,
            double darkShare,
            Set<UnsafeReason> reasons) {}

    static final List<Place> PLANTED = List.of(
            new Place(
                    "Resecentrum",
                    100,
                    -404,
                    14,
                    44,
                    false,
                    0.75,
                    EnumSet.of(UnsafeReason.PEOPLE, UnsafeReason.INTOXICATION, UnsafeReason.CRIME)),
            new Place(
                    "Gångtunneln",
                    -174,
                    -452,
                    13,
                    52,
                    false,
                    0.9,
                    EnumSet.of(UnsafeReason.TUNNEL, UnsafeReason.DARK, UnsafeReason.SECLUDED)),
            new Place(
                    "Skogsstigen",
                    -640,
                    1225,
                    15,
                    34,
                    false,
                    0.95,
                    EnumSet.of(UnsafeReason.DARK, UnsafeReason.VEGETATION, UnsafeReason.SECLUDED)),
            new Place(
                    "Norrgårdens centrum",
                    -365,
                    1795,
                    14,
                    30,
                    false,
                    0.7,
                    EnumSet.of(UnsafeReason.PEOPLE, UnsafeReason.DECAY, UnsafeReason.CRIME)),
            new Place(
                    "Sjöparken", -950, -1125, 13, 22, false, 0.8, EnumSet.of(UnsafeReason.DARK, UnsafeReason.TRAFFIC)),
            new Place("Stora torget", -5, 55, 16, 26, true, 0.1, EnumSet.of(UnsafeReason.PEOPLE)),
            new Place(
                    "Stadsbiblioteket",
                    -112,
                    98,
                    10,
                    22,
                    true,
                    0.2,
                    EnumSet.of(UnsafeReason.PEOPLE, UnsafeReason.OTHER)),
            new Place("Stadsparken", 455, 300, 22, 18, true, 0.05, EnumSet.of(UnsafeReason.OTHER)));

    private final SplittableRandom random;
    private final List<UnsafePlace> marks = new ArrayList<>();

    SurveyStory(SplittableRandom random) {
        this.random = random;
    }

    List<UnsafePlace> tell(List<Building> buildings) {
        for (Place place : PLANTED) {
            // everyone marks a place once: without this one angry person would look like a street full
            int[] people = random.ints(4L * place.marks, 1, RESPONDENTS + 1)
                    .distinct()
                    .limit(place.marks)
                    .toArray();
            for (int person : people) {
                double u = place.u + random.nextGaussian() * place.spreadMetres;
                double v = place.v + random.nextGaussian() * place.spreadMetres;
                add(u, v, place.safe, person, random.nextDouble() < place.darkShare, place.reasons);
            }
        }
        for (int i = 0; i < SCATTERED; i++) {
            Coordinate door = buildings.get(random.nextInt(buildings.size())).door();
            UnsafeReason reason = UnsafeReason.values()[random.nextInt(UnsafeReason.values().length)];
            boolean safe = random.nextDouble() < 0.2;
            add(
                    door.x + random.nextGaussian() * 40,
                    door.y + random.nextGaussian() * 40,
                    safe,
                    random.nextInt(1, RESPONDENTS + 1),
                    random.nextBoolean(),
                    EnumSet.of(reason));
        }
        return List.copyOf(marks);
    }

    private void add(double u, double v, boolean safe, int person, boolean dark, Set<UnsafeReason> reasons) {
        Set<UnsafeReason> told = EnumSet.noneOf(UnsafeReason.class);
        for (UnsafeReason reason : reasons) {
            if (random.nextDouble() < 0.7) {
                told.add(reason);
            }
        }
        if (random.nextDouble() < 0.08) {
            told.add(UnsafeReason.OTHER);
        }
        double x = Math.round(Site.x(u) * 10) / 10.0;
        double y = Math.round(Site.y(v) * 10) / 10.0;
        LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS_OPEN));
        int severity = safe ? 1 : random.nextInt(1, 4);
        marks.add(new UnsafePlace(0, 0, marks.size() + 1L, x, y, 15, safe, severity, person, day, dark, told));
    }
}
