package se.lageskarta.service.causes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.analysis.Words;
import se.lageskarta.geo.stats.ShareComparison;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafeReason;

/** What people have felt at a spot and reported from it, as far as it speaks for or against a hypothesis. */
final class FeltAndReported {
    /** Fewer people than this are no share. */
    static final int LEAST_PEOPLE = 5;
    /** So many reports of the same kind are more than one walker's impression. */
    static final int LEAST_REPORTS = 2;

    /** Which reasons and which reports are about which hypothesis. */
    private enum About {
        DARK("dark", UnsafeReason.DARK, List.of("BEL"), "mörker", "darkness", "belysning", "lighting"),
        SIGHT(
                "sight",
                UnsafeReason.VEGETATION,
                List.of("SIK"),
                "växtlighet",
                "vegetation",
                "skymd sikt",
                "blocked sight"),
        PASSAGE(
                "passage",
                UnsafeReason.TUNNEL,
                List.of("TUN"),
                "tunnel eller passage",
                "an underpass or passage",
                "passage",
                "a passage"),
        DECAY(
                "decay",
                UnsafeReason.DECAY,
                List.of("FOR", "NED", "DUM", "KLO"),
                "förfall",
                "decay",
                "förfall, skräp eller klotter",
                "decay, litter or graffiti"),
        ALCOHOL(
                "alcohol",
                UnsafeReason.INTOXICATION,
                List.of("ALK"),
                "berusade",
                "intoxicated people",
                "berusning",
                "intoxication");

        private final String hypothesis;
        private final UnsafeReason reason;
        private final List<String> types;
        private final Words felt;
        private final Words seen;

        About(String hypothesis, UnsafeReason reason, List<String> types, String... words) {
            this.hypothesis = hypothesis;
            this.reason = reason;
            this.types = types;
            felt = new Words(words[0], words[1]);
            seen = new Words(words[2], words[3]);
        }
    }

    /** People asked, and how many of them gave a reason. */
    private record People(int all, int saying) {
        double share() {
            return (double) saying / all;
        }
    }

    private final Scene scene;

    FeltAndReported(Scene scene) {
        this.scene = scene;
    }

    List<Finding.Draft> drafts() {
        List<Finding.Draft> drafts = new ArrayList<>();
        for (About about : About.values()) {
            drafts.add(felt(about));
            drafts.add(reported(about));
        }
        return drafts;
    }

    private Finding.Draft felt(About about) {
        Words how = new Words(
                "Andel av dem som markerat platsen som otrygg i en undersökning som angett " + about.felt.sv()
                        + ", jämförd med övriga kommunen; en person räknas en gång. Minst " + LEAST_PEOPLE
                        + " personer krävs. " + StandardHypotheses.shareRule(true),
                "Share of those who marked the place as unsafe in a survey who named " + about.felt.en()
                        + ", compared with the rest of the municipality; a person counts once. It takes at least "
                        + LEAST_PEOPLE + " people. " + StandardHypotheses.shareRule(false));
        People here = people(scene.marksHere(), about.reason);
        People there = people(scene.marksElsewhere(), about.reason);
        if (here.all < LEAST_PEOPLE) {
            Words few = new Words(
                    here.all + " personer har markerat platsen som otrygg; det krävs minst " + LEAST_PEOPLE,
                    here.all + " people have marked the place as unsafe; it takes at least " + LEAST_PEOPLE);
            return draft(about.hypothesis + "-felt", EvidenceItem.UNSAFE, about, Says.TOO_FEW, null, few, how);
        }
        if (there.all < LEAST_PEOPLE) {
            Words alone = new Words("Ingen annanstans att jämföra med", "Nowhere else to compare with");
            return draft(about.hypothesis + "-felt", EvidenceItem.UNSAFE, about, Says.MISSING, null, alone, how);
        }
        ShareComparison compared = ShareComparison.of(here.saying, here.all, there.share());
        Words figures = new Words(
                Finding.percent(compared.share(), true) + " av " + here.all + " personer anger " + about.felt.sv()
                        + ", mot " + Finding.percent(there.share(), true),
                Finding.percent(compared.share(), false) + " of " + here.all + " people name " + about.felt.en()
                        + ", against " + Finding.percent(there.share(), false));
        return draft(about.hypothesis + "-felt", EvidenceItem.UNSAFE, about, null, compared, figures, how);
    }

    private Finding.Draft reported(About about) {
        Words how = new Words(
                "Rapporter om " + about.seen.sv() + " inom " + ReadScene.REPORT_METRES + " m under "
                        + ReadScene.REPORT_MONTHS + " månader till periodens slut. " + LEAST_REPORTS
                        + " eller fler talar för; färre säger inget, eftersom det som inte rapporterats kan finnas ändå.",
                "Reports of " + about.seen.en() + " within " + ReadScene.REPORT_METRES + " m in the "
                        + ReadScene.REPORT_MONTHS + " months until the period's end. " + LEAST_REPORTS
                        + " or more speak for it; fewer say nothing, since what nobody reports may be there.");
        Scene.Reported reported = scene.reported(about.types);
        Words figures = new Words(
                reported.count() + " rapporter om " + about.seen.sv() + ", " + reported.open() + " ännu inte åtgärdade",
                reported.count() + " reports of " + about.seen.en() + ", " + reported.open() + " not yet put right");
        Says says = reported.count() >= LEAST_REPORTS ? Says.FOR : Says.NOTHING;
        return draft(about.hypothesis + "-reported", EvidenceItem.REPORTS, about, says, null, figures, how);
    }

    private static Finding.Draft draft(
            String rule,
            EvidenceItem item,
            About about,
            @Nullable Says says,
            @Nullable ShareComparison compared,
            Words figures,
            Words how) {
        return new Finding.Draft(rule, item, about.hypothesis, says, compared, figures, how);
    }

    /** A person counts once; a mark whose person is not told is a person of its own. */
    private static People people(List<UnsafePlace> marks, UnsafeReason reason) {
        Set<Long> all = new HashSet<>();
        Set<Long> saying = new HashSet<>();
        for (UnsafePlace mark : marks) {
            long person = mark.respondent() == 0 ? -1 - mark.id() : mark.respondent();
            all.add(person);
            if (mark.reasons().contains(reason)) {
                saying.add(person);
            }
        }
        return new People(all.size(), saying.size());
    }
}
