package se.lageskarta.service.walks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.freetext.PersonalData;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/**
 * What somebody writes of a finding.
 *
 * @param category {@code deficiency}, {@code unsafe} or {@code safe}
 * @param words what was found, masked, at most 1,000 characters
 * @param masked kinds of personal data that were masked, between blanks
 * @param lon degrees
 * @param lat degrees
 * @param accuracyMetres how exactly the place is meant
 * @param status {@code noted}, {@code planned}, {@code done} or {@code no-action}
 * @param owner who answers for it, or empty
 * @param plan what will be done, or why nothing will
 * @param measureId the measure that answers to it; null for none
 */
record FindingPlan(
        String category,
        String words,
        String masked,
        double lon,
        double lat,
        double accuracyMetres,
        String status,
        String owner,
        String plan,
        @Nullable Long measureId) {
    private static final Set<String> CATEGORIES = Set.of("deficiency", "unsafe", "safe");
    private static final Set<String> STATUSES = Set.of("noted", "planned", "done", "no-action");
    private static final int MAX_WORDS = 1_000;
    private static final int MAX_OWNER = 120;
    private static final double MAX_ACCURACY = 5_000;

    /** As a page sends it. */
    record Sent(
            @Nullable String key,
            @Nullable String category,
            @Nullable String words,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable Double accuracyMetres,
            @Nullable String status,
            @Nullable String owner,
            @Nullable String plan,
            @Nullable Long measureId) {}

    /** @throws RefusedRequestException 422 with every fault at once */
    static FindingPlan of(Sent sent) {
        List<FieldFault> faults = new ArrayList<>();
        String category = word("category", sent.category, "deficiency", CATEGORIES, faults);
        String status = word("status", sent.status, "noted", STATUSES, faults);
        double lon = degrees("lon", sent.lon, 180, faults);
        double lat = degrees("lat", sent.lat, 90, faults);
        double accuracy = sent.accuracyMetres == null ? 0 : sent.accuracyMetres;
        if (!(accuracy >= 0 && accuracy <= MAX_ACCURACY)) {
            faults.add(FieldFault.of("accuracyMetres", "" + accuracy, "walk.accuracy", (int) MAX_ACCURACY));
        }
        String raw = sent.words == null ? "" : sent.words.strip();
        String masked = String.join(
                " ",
                PersonalData.mask(raw).found().stream()
                        .map(PersonalData.Kind::code)
                        .sorted()
                        .toList());
        FindingPlan plan = new FindingPlan(
                category,
                WalkText.read("words", raw, 1, MAX_WORDS, faults),
                masked,
                lon,
                lat,
                accuracy,
                status,
                WalkText.read("owner", sent.owner, 0, MAX_OWNER, faults),
                WalkText.read("plan", sent.plan, 0, MAX_WORDS, faults),
                sent.measureId);
        if (!faults.isEmpty()) {
            throw new RefusedRequestException(422, faults);
        }
        return plan;
    }

    private static String word(
            String field, @Nullable String sent, String otherwise, Set<String> known, List<FieldFault> faults) {
        String word = sent == null ? otherwise : sent;
        if (!known.contains(word)) {
            faults.add(FieldFault.of(field, word, "walk.word", String.join(", ", new java.util.TreeSet<>(known))));
        }
        return word;
    }

    private static double degrees(String field, @Nullable Double value, double most, List<FieldFault> faults) {
        if (value == null || !(Math.abs(value) <= most)) {
            faults.add(FieldFault.of(field, "" + value, "walk.place"));
            return 0;
        }
        return value;
    }
}
