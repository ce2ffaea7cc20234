package se.lageskarta.service.areachecks;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.evidence.Question;

/**
 * Everything that was told for a check, with what it was asked of.
 *
 * @param question about the period that is answered
 * @param cover the blocks that answer it
 * @param wanted what was asked for
 * @param told of each planner area
 * @param patterns of each neighbourhood
 * @param municipality what they are compared with
 */
record ToldNumbers(
        Question question,
        Block.Cover cover,
        WantedPeriod wanted,
        TellNumbers.Answer told,
        Map<Integer, Pattern> patterns,
        Municipality municipality) {
    double years() {
        return Patterns.months(cover.from(), cover.to()) / 12.0;
    }

    /** Numbers of some areas that cannot be told because their data were told together with data that are gone. */
    boolean lost() {
        return !cover.lost().isEmpty();
    }

    @Nullable
    Plain periodNote() {
        boolean other = !cover.from().equals(wanted.from()) || !cover.to().equals(wanted.to());
        if (!other) {
            return wanted.note();
        }
        return new Plain(
                "Talen gäller %s till %s, för delar av den tiden har redan lämnats ihop. En kortare period skulle gå att räkna fram enstaka händelser ur."
                        .formatted(cover.from(), cover.to()),
                "The numbers are of %s to %s, for parts of that time have been told together before. From a shorter period single incidents could be worked out."
                        .formatted(cover.from(), cover.to()));
    }

    /** What is coarser in some areas than the numbers would have allowed; null when nothing is. */
    @Nullable
    Plain coarsened(List<Integer> areas) {
        long few = areas.stream().filter(area -> told.hidden(area) > 0).count();
        StringBuilder sv = new StringBuilder();
        StringBuilder en = new StringBuilder();
        if (few > 0) {
            sv.append(
                    "För %d av %d planområden är det färre än fem händelser i någon del av tiden, och de lämnas inte. "
                            .formatted(few, areas.size()));
            en.append(
                    "Of %d of %d planner areas there are fewer than five incidents in some part of the time, which are not told. "
                            .formatted(few, areas.size()));
        }
        if (told.coarsened() > 0) {
            sv.append(
                    "Vissa tal är grövre än de annars skulle ha varit, för tillsammans med tal som lämnats tidigare kunde enstaka händelser räknas fram. ");
            en.append(
                    "Some numbers are coarser than they would have been, for together with numbers told before single incidents could be worked out. ");
        }
        if (told.kept() > 0) {
            sv.append(
                    "Vissa tal är de som lämnades vid en tidigare kontroll; uppgifter som rättats sedan dess går med i nästa period. ");
            en.append(
                    "Some numbers are those told at an earlier check; data corrected since then go into the next period. ");
        }
        if (lost()) {
            sv.append(
                    "En datamängd som räknades med tidigare finns inte kvar. För den tiden kan inga nya tal lämnas. ");
            en.append("A dataset that was counted earlier is gone. Of that time no new numbers can be told. ");
        }
        return sv.isEmpty()
                ? null
                : new Plain(sv.toString().strip(), en.toString().strip());
    }
}
