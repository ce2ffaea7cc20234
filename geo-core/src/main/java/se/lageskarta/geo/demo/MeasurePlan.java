package se.lageskarta.geo.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What the invented EST group has marked so far: something in every state, something overdue, something without a date.
 *
 * <p>Two can be followed up over whole years. The guards' rounds stand where the town was made to calm down: a sure fall, which
 * the story gives and not the guards. The hosts of Norrgården stand where it was made to go on as before: no sure change.
 */
final class MeasurePlan {
    private static final String NOTE = "Påhittad demostad: åtgärden är ett exempel.";

    private MeasurePlan() {}

    static List<PlannedMeasure> all() {
        return List.of(
                measure(
                        "LJU-2",
                        "Laga trasiga lampor vid gångtunneln",
                        "Lägesby kommun, gata",
                        "decided",
                        LocalDate.of(2026, 12, 11),
                        Shapes.point(-174, -480)),
                measure(
                        "SKY-2",
                        "Måla tunneln ljus, sätt speglar",
                        "Lägesby kommun, gata",
                        "proposed",
                        null,
                        Walkways.TUNNEL),
                measure(
                        "LJU-1",
                        "Ny belysning längs Skogsstigen",
                        "Lägesby kommun, gata",
                        "in-progress",
                        LocalDate.of(2026, 11, 30),
                        Walkways.WOOD_PATH),
                measure(
                        "VAX-1",
                        "Gallra buskar vid Skogsstigen",
                        "Lägesby kommun, park",
                        "done",
                        LocalDate.of(2026, 10, 16),
                        LocalDate.of(2026, 10, 16),
                        Shapes.smoothArea(-690, 1120, -600, 1110, -570, 1260, -600, 1380, -690, 1290)),
                measure(
                        "LÅS-6",
                        "Stäng skolgården kvällstid",
                        "Lägesby kommun, skola",
                        "proposed",
                        LocalDate.of(2027, 1, 15),
                        TownPlan.EKBACKEN_SCHOOL),
                measure(
                        "PAR-2",
                        "Cykelställ med ramlåsning",
                        "Centralskolan",
                        "done",
                        LocalDate.of(2026, 8, 14),
                        LocalDate.of(2026, 8, 14),
                        Shapes.point(365, -222)),
                measure(
                        "VAK-2",
                        "Riktad väktarrond nattetid",
                        "Företagarna i Södra industriområdet",
                        "followed-up",
                        LocalDate.of(2025, 9, 30),
                        LocalDate.of(2025, 9, 26),
                        Shapes.area(1060, -640, 1500, -660, 1500, -980, 1060, -960)),
                measure(
                        "VAK-4",
                        "Trygghetsvärdar kvällstid i Norrgårdens centrum",
                        "Norrgårdens bostäder",
                        "done",
                        LocalDate.of(2025, 6, 30),
                        LocalDate.of(2025, 6, 13),
                        Shapes.area(-450, 1740, -290, 1740, -290, 1880, -450, 1880)),
                measure(
                        "ALK-1",
                        "Ansvarsfull alkoholservering",
                        "Lägesby kommun, tillstånd",
                        "in-progress",
                        LocalDate.of(2026, 10, 31),
                        Shapes.point(30, 14)),
                measure(
                        "GRA-2",
                        "Nattvandring fredag och lördag",
                        "Nattvandrarna i Lägesby",
                        "in-progress",
                        LocalDate.of(2026, 12, 19),
                        Shapes.smoothArea(-120, -420, 220, -430, 240, 80, -120, 110)),
                measure(
                        "SKÖ-2",
                        "Städrond varje morgon",
                        "Norrgårdens bostäder",
                        "decided",
                        LocalDate.of(2026, 12, 1),
                        Shapes.area(-450, 1740, -300, 1750, -310, 1870, -460, 1860)));
    }

    private static PlannedMeasure measure(
            String code, String title, String owner, String status, @Nullable LocalDate dueOn, Geometry local) {
        return measure(code, title, owner, status, dueOn, null, local);
    }

    private static PlannedMeasure measure(
            String code,
            String title,
            String owner,
            String status,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate doneOn,
            Geometry local) {
        return new PlannedMeasure(code, title, owner, status, dueOn, doneOn, NOTE, Site.toLonLat(local));
    }
}
