package se.lageskarta.service.followups;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.effect.FollowUp;
import se.lageskarta.geo.effect.RatedArea;
import se.lageskarta.service.storage.Dataset;

/** What to be careful about that the counts alone do not tell, each at the field that can do something about it. */
final class FollowUpNotes {
    private static final int FEW_HERE = 5;
    private static final int MANY_AROUND = 15;

    private final Prepared prepared;
    private final List<RatedArea> chosen;
    private final FollowUp found;
    private final List<FollowUpAnswer.Note> notes = new ArrayList<>();

    FollowUpNotes(Prepared prepared, List<RatedArea> chosen, FollowUp found) {
        this.prepared = prepared;
        this.chosen = chosen;
        this.found = found;
    }

    List<FollowUpAnswer.Note> all() {
        addShort();
        addOthers();
        addCoverage();
        addDrawnSmall();
        addComparison();
        return notes;
    }

    private void add(String code, String field, String sv, String en) {
        notes.add(new FollowUpAnswer.Note(code, field, sv, en));
    }

    private void addShort() {
        int months = found.design().windows().months();
        if (prepared.asked().months() == null && months < PrepareFollowUp.USUAL_MONTHS) {
            String earliest = PrepareFollowUp.earliest(
                    found.design().windows().lastLeftOut().atDay(1), PrepareFollowUp.USUAL_MONTHS);
            add(
                    "short",
                    "months",
                    "Bara " + months + " hela månader kan jämföras. En följd av tolv kan följas upp tidigast "
                            + earliest + ", om det finns lika många före.",
                    "Only " + months + " whole months can be compared. Twelve can be followed up from " + earliest
                            + " at the earliest, if there are as many before.");
        }
    }

    private void addOthers() {
        Geometry reach = prepared.target().area().buffer(found.design().widest());
        Map<String, Geometry> near = new TreeMap<>(prepared.others());
        near.values().removeIf(area -> !area.intersects(reach));
        if (!near.isEmpty()) {
            String names = String.join(", ", near.keySet());
            add(
                    "concurrent",
                    "",
                    "Andra åtgärder pågick här eller alldeles intill i samma månader: " + names
                            + ". Det går inte att skilja dem åt.",
                    "Other measures were at work here or next door in the same months: " + names
                            + ". They cannot be told apart.");
        }
    }

    private void addCoverage() {
        List<Dataset> changing = prepared.data().changing(found.design().windows());
        if (!changing.isEmpty()) {
            String names = changing.stream()
                    .map(set -> set.name() + " " + DataMonths.firstMonth(set) + "–" + DataMonths.lastMonth(set))
                    .collect(Collectors.joining(", "));
            add(
                    "coverage",
                    "datasets",
                    "Datamängder börjar eller slutar under månaderna som jämförs: " + names
                            + ". Antalen ändras av det. Välj bara datamängder som täcker båda.",
                    "Datasets begin or end within the months compared: " + names
                            + ". Counts change by that. Choose only datasets that cover both.");
        }
    }

    private void addDrawnSmall() {
        double here = found.target().before();
        double narrow =
                found.months().of(FollowUp.FIRST_RING, found.design().windows()).before();
        if (here < FEW_HERE && narrow >= MANY_AROUND) {
            add(
                    "drawn-small",
                    "reach",
                    "Bara " + (int) here + " händelser före inne i målområdet men " + (int) narrow
                            + " alldeles runt om:" + " området är troligen för snävt ritat. Öka räckvidden.",
                    "Only " + (int) here + " incidents before inside the target but " + (int) narrow
                            + " just around it: the target is probably drawn too tight. Widen its reach.");
        }
    }

    private void addComparison() {
        if (chosen.isEmpty()) {
            add(
                    "none-good",
                    "comparison",
                    prepared.asked().comparison() == null
                            ? "Ingen plats liknar målområdet tillräckligt. Det är också ett svar: utan jämförelse sägs inget om"
                                    + " vad som annars hade hänt."
                            : "Inget jämförelseområde är valt.",
                    prepared.asked().comparison() == null
                            ? "No place is enough like the target. That is an answer too: without a comparison nothing is said of"
                                    + " what would have happened otherwise."
                            : "No comparison area is chosen.");
        } else if (chosen.stream().anyMatch(each -> each.grade() == RatedArea.Grade.POOR)) {
            add(
                    "comparison-poor",
                    "comparison",
                    "Minst ett valt jämförelseområde liknar inte målområdet; läs skälen.",
                    "At least one comparison area chosen is unlike the target; read why.");
        }
    }
}
