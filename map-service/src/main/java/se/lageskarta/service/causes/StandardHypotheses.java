package se.lageskarta.service.causes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.analysis.Words;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.stats.AoristicWeek;
import se.lageskarta.geo.stats.FalseDiscovery;
import se.lageskarta.geo.stats.ShareComparison;
import se.lageskarta.geo.stats.WeekHour;

/**
 * What the figures of a spot say for and against the hypotheses that are asked of every spot. Each rule is stated with its
 * numbers; fewer than 20 with a known hour, or than 5 people asked, are called too few. Shares that are compared are judged
 * together, so that ten rules do not find something by chance alone.
 */
final class StandardHypotheses {
    /** Below this many incidents no share is compared. */
    static final int FEW = WeekHour.TOO_FEW;
    /** Street in the outline that tells how it is lit. */
    static final double LEAST_STREET_METRES = 100;
    /** Darkness is computed for so many incidents elsewhere at most, evenly chosen. */
    static final int MOST_COMPARED = 10_000;

    private static final double HALF_LIT = 0.5;

    private final Scene scene;
    private final AoristicWeek week;
    private final AoristicWeek weekElsewhere;
    private final List<Finding.Draft> drafts = new ArrayList<>();

    private StandardHypotheses(Scene scene) {
        this.scene = scene;
        week = AoristicWeek.of(scene.here(), Scene.rows(scene.here()));
        weekElsewhere = AoristicWeek.of(scene.elsewhere(), Scene.rows(scene.elsewhere()));
    }

    /** All findings, in the order of the rules. */
    static List<Finding> of(Scene scene) {
        StandardHypotheses rules = new StandardHypotheses(scene);
        rules.darkness();
        rules.lamps();
        for (TimeWindow window : TimeWindow.values()) {
            rules.window(window);
        }
        rules.passage();
        rules.repeats();
        rules.summer();
        rules.drafts.addAll(new FeltAndReported(scene).drafts());
        double[] q = FalseDiscovery.benjaminiHochberg(rules.drafts.stream()
                .mapToDouble(draft ->
                        draft.compared() == null ? Double.NaN : draft.compared().p())
                .toArray());
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < q.length; i++) {
            findings.add(rules.drafts.get(i).settled(q[i]));
        }
        return findings;
    }

    private void darkness() {
        Words how = new Words(
                "Andel i mörker (solen mer än 6° under horisonten; vid osäker tid den mörka delen av tiden) jämförd med samma"
                        + " brottstyper i övriga kommunen, högst " + MOST_COMPARED + " av dem. " + shareRule(true),
                "Share in the dark (sun more than 6° below the horizon; of an uncertain time its dark part) compared with the"
                        + " same types in the rest of the municipality, at most " + MOST_COMPARED + " of them. "
                        + shareRule(false));
        Incidents sample = sample(scene.elsewhere());
        OptionalDouble here = AoristicWeek.darkShare(scene.here(), Scene.rows(scene.here()), scene.darkness());
        OptionalDouble there = AoristicWeek.darkShare(sample, Scene.rows(sample), scene.darkness());
        shares(
                "dark-share",
                EvidenceItem.DARKNESS,
                "dark",
                here.orElse(0) * week.known(),
                week.known(),
                there,
                new Words("i mörker", "in the dark"),
                how);
    }

    private void window(TimeWindow window) {
        Words how = new Words(
                "Andel " + window.words().sv() + " (vid osäker tid den del av tiden som ligger där) jämförd med samma"
                        + " brottstyper i övriga kommunen. " + shareRule(true),
                "Share " + window.words().en()
                        + " (of an uncertain time the part within) compared with the same types in"
                        + " the rest of the municipality. " + shareRule(false));
        shares(
                window.hypothesis() + "-hours",
                EvidenceItem.HOURS,
                window.hypothesis(),
                window.of(week),
                week.known(),
                weekElsewhere.known() < FEW
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(window.of(weekElsewhere) / weekElsewhere.known()),
                window.words(),
                how);
    }

    private void lamps() {
        Words how = new Words(
                "Fungerande lampor per 100 m gata och väg inom platsens gräns (och " + (int) Around.EDGE_METRES
                        + " m utanför), jämfört med inom " + (int) Around.LAMP_REACH_METRES
                        + " m. Hälften eller färre talar för, lika många eller fler och ingen trasig talar emot. Minst "
                        + (int) LEAST_STREET_METRES + " m gata krävs.",
                "Working lamps for each 100 m of street and path within the outline (and " + (int) Around.EDGE_METRES
                        + " m beyond), against within " + (int) Around.LAMP_REACH_METRES
                        + " m. Half or fewer speak for it; as many or more, none of them broken, against. It takes at least "
                        + (int) LEAST_STREET_METRES + " m of street.");
        if (!scene.around().knowsLamps()) {
            draft("lamp-density", EvidenceItem.LAMPS, "dark", Says.MISSING, noLamps(), how);
            return;
        }
        Around.Lit here = scene.around().litHere();
        Around.Lit around = scene.around().litAround();
        if (here.streetMetres() < LEAST_STREET_METRES || !(around.per100() > 0)) {
            Words little = new Words("För lite gata för att jämföra belysningen", "Too little street to compare lamps");
            draft("lamp-density", EvidenceItem.LAMPS, "dark", Says.TOO_FEW, little, how);
            return;
        }
        double ratio = here.per100() / around.per100();
        Says says = ratio <= HALF_LIT ? Says.FOR : ratio >= 1 && here.broken() == 0 ? Says.AGAINST : Says.NOTHING;
        draft("lamp-density", EvidenceItem.LAMPS, "dark", says, lampFigures(here, around), how);
    }

    private static Words noLamps() {
        return new Words("Inget belysningsregister finns för platsen", "No register of lamps covers the place");
    }

    private static Words lampFigures(Around.Lit here, Around.Lit around) {
        return new Words(
                Finding.decimal(here.per100(), true) + " fungerande lampor per 100 m, mot "
                        + Finding.decimal(around.per100(), true) + " runt om; " + here.broken() + " av " + here.lamps()
                        + " trasiga",
                Finding.decimal(here.per100(), false) + " working lamps per 100 m, against "
                        + Finding.decimal(around.per100(), false) + " around; " + here.broken() + " of " + here.lamps()
                        + " broken");
    }

    private void passage() {
        Words how = new Words(
                "Andel inom " + (int) Around.PASSED_METRES
                        + " m från gång- och cykelväg, hållplats eller järnväg jämförd med punkter längs gatorna inom "
                        + (int) Around.REACH_METRES + " m. " + shareRule(true),
                "Share within " + (int) Around.PASSED_METRES
                        + " m of a path, a stop or a railway compared with points along the streets within "
                        + (int) Around.REACH_METRES + " m. " + shareRule(false));
        Incidents here = scene.here();
        if (!scene.around().knowsPassages()) {
            Words none = new Words(
                    "Inga gång- och cykelvägar, hållplatser eller järnvägar i bakgrundskartan här",
                    "No paths, stops or railways in the background map here");
            draft("passage-distance", EvidenceItem.DISTANCES, "passage", Says.MISSING, none, how);
            return;
        }
        shares(
                "passage-distance",
                EvidenceItem.DISTANCES,
                "passage",
                scene.around().passed(here.x(), here.y()),
                here.size(),
                OptionalDouble.of(scene.around().passedReference()),
                new Words("nära gång- och cykelväg, hållplats eller järnväg", "near a path, a stop or a railway"),
                how);
    }

    private void repeats() {
        Words how = new Words(
                "Händelser med exakt läge. Talar för när minst hälften ligger på punkter med tre eller fler, och dessa är"
                        + " högst var femte punkt; talar emot när högst var femte händelse delar punkt med en annan. Minst "
                        + FEW + " krävs. En adress kan vara flera bostäder, och ett torg en enda punkt.",
                "Incidents with an exact place. Speaks for it when at least half lie on points with three or more, and those"
                        + " are at most every fifth point; against it when at most every fifth incident shares its point. It"
                        + " takes at least " + FEW
                        + ". One address may be several homes, and a square a single point.");
        Repeats repeats = Repeats.of(scene.here());
        if (repeats.incidents() < FEW) {
            draft("repeat-points", EvidenceItem.REPEATS, "repeat", Says.TOO_FEW, few(repeats.incidents()), how);
            return;
        }
        Says says = repeats.isConcentrated() ? Says.FOR : repeats.isSpread() ? Says.AGAINST : Says.NOTHING;
        Words figures = new Words(
                Finding.percent(repeats.shareAtThree(), true) + " av " + repeats.incidents()
                        + " händelser ligger på punkter med tre eller fler, "
                        + Finding.percent(repeats.shareOfPoints(), true) + " av " + repeats.points() + " punkter",
                Finding.percent(repeats.shareAtThree(), false) + " of " + repeats.incidents()
                        + " incidents lie on points with three or more, "
                        + Finding.percent(repeats.shareOfPoints(), false) + " of " + repeats.points() + " points");
        draft("repeat-points", EvidenceItem.REPEATS, "repeat", says, figures, how);
    }

    private void summer() {
        Words how = new Words(
                "Andel i juni–augusti av alla hela år, jämförd med samma brottstyper i övriga kommunen. "
                        + shareRule(true),
                "Share in June to August of all whole years, compared with the same types in the rest of the municipality. "
                        + shareRule(false));
        int[] here = Seasons.of(scene.everHere());
        int[] there = Seasons.of(scene.everElsewhere());
        int of = Arrays.stream(there).sum();
        shares(
                "summer-months",
                EvidenceItem.SEASONS,
                "summer",
                Seasons.summer(here),
                Arrays.stream(here).sum(),
                of < FEW ? OptionalDouble.empty() : OptionalDouble.of((double) Seasons.summer(there) / of),
                new Words("i juni–augusti", "in June to August"),
                how);
    }

    private void shares(
            String rule,
            EvidenceItem item,
            String hypothesis,
            double count,
            int of,
            OptionalDouble reference,
            Words which,
            Words how) {
        if (of < FEW) {
            draft(rule, item, hypothesis, Says.TOO_FEW, few(of), how);
            return;
        }
        if (reference.isEmpty()) {
            Words alone = new Words("Inget att jämföra med i övriga kommunen", "Nothing to compare with elsewhere");
            draft(rule, item, hypothesis, Says.MISSING, alone, how);
            return;
        }
        double known = Math.max(0, Math.min(1, reference.getAsDouble()));
        ShareComparison compared = ShareComparison.of((int) Math.round(Math.min(count, of)), of, known);
        Words figures = new Words(
                Finding.percent(compared.share(), true) + " av " + of + " händelser " + which.sv() + ", mot "
                        + Finding.percent(known, true),
                Finding.percent(compared.share(), false) + " of " + of + " incidents " + which.en() + ", against "
                        + Finding.percent(known, false));
        drafts.add(new Finding.Draft(rule, item, hypothesis, null, compared, figures, how));
    }

    private void draft(
            String rule, EvidenceItem item, String hypothesis, @Nullable Says says, Words figures, Words how) {
        drafts.add(new Finding.Draft(rule, item, hypothesis, says, null, figures, how));
    }

    static Words few(int have) {
        return new Words(
                have + " händelser med den uppgiften; det krävs minst " + FEW,
                have + " incidents that tell; it takes at least " + FEW);
    }

    static String shareRule(boolean swedish) {
        return swedish
                ? "Talar för om andelen är större och emot om den är mindre, när slumpen ensam ger en sådan skillnad mindre"
                        + " än fem gånger av hundra (exakt binomialtest, rättat för alla regler tillsammans)."
                : "For it when the share is greater and against when it is smaller, if chance alone brings such a difference"
                        + " less than five times in a hundred (exact binomial test, corrected for all rules together).";
    }

    /** Every so-manieth, so that no more than {@link #MOST_COMPARED} remain. */
    private static Incidents sample(Incidents all) {
        int step = (all.size() + MOST_COMPARED - 1) / MOST_COMPARED;
        if (step <= 1) {
            return all;
        }
        return all.select(java.util.stream.IntStream.iterate(0, row -> row < all.size(), row -> row + step)
                .toArray());
    }
}
