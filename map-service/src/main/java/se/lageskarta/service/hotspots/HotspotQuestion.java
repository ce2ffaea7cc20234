package se.lageskarta.service.hotspots;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.hotspot.HotspotOptions;
import se.lageskarta.service.evidence.EvidenceStream;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.layers.Viewer;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.RefusedRequestException;

/**
 * Which hotspots somebody asks for.
 *
 * @param question about which evidence; a whole year of it for a viewer who may not see single incidents
 * @param epsMetres greatest distance between neighbours, null for automatic
 * @param minPts least number within that distance, null for automatic
 * @param compare whether each is compared with the same period of earlier years
 * @param masked true when the viewer may not see single incidents
 */
record HotspotQuestion(
        Question question,
        @Nullable Double epsMetres,
        @Nullable Integer minPts,
        boolean compare,
        boolean masked) {
    /** What the filter does not have. */
    static final Set<String> OWN_PARAMETERS = Set.of("eps", "minPts", "compare");

    /** Everything that {@link #of} reads. */
    static final Set<String> PARAMETERS = both(Questions.PARAMETERS, OWN_PARAMETERS);

    /** Roles that may see outlines. */
    static final Set<String> ROLES = Set.of("est-member", "est-coordinator", "planner", "steering");

    private static final double MIN_EPS_METRES = 1;
    private static final double MAX_EPS_METRES = 10_000;
    private static final int MAX_MIN_PTS = 1_000_000;
    private static final String PREVIOUS_YEARS = "previous-years";

    static HotspotQuestion of(Questions questions, Parameters parameters, Viewer viewer) {
        Question question = questions.everything(parameters);
        Double eps = parameters.number("eps", MIN_EPS_METRES, MAX_EPS_METRES);
        Integer minPts = parameters.has("minPts") ? parameters.whole("minPts", 0, 1, MAX_MIN_PTS) : null;
        boolean compare = parameters
                .word("compare", PREVIOUS_YEARS, List.of(PREVIOUS_YEARS, "none"))
                .equals(PREVIOUS_YEARS);
        boolean masked = !viewer.hasAny(Viewer.POINT_ROLES);
        if (masked && (eps != null || minPts != null)) {
            // with a distance of a metre and a least number of one, outlines would be the incidents themselves
            String name = eps != null ? "eps" : "minPts";
            throw new RefusedRequestException(
                    403,
                    List.of(FieldFault.of(name, String.valueOf(parameters.text(name)), "hotspots.automatic-only")));
        }
        return new HotspotQuestion(masked ? questions.wholeYear(question) : question, eps, minPts, compare, masked);
    }

    /** Names the question and the data: equal keys have equal hotspots. */
    String key() {
        return question.key() + "|" + (epsMetres == null ? "" : epsMetres) + "|" + (minPts == null ? "" : minPts) + "|"
                + (compare ? "c" : "") + (masked ? "m" : "");
    }

    HotspotOptions options() {
        return HotspotOptions.AUTOMATIC.with(epsMetres, minPts).comparing(compare);
    }

    /** The same about one stream; its parameters are automatic when they were chosen for others alone. */
    HotspotQuestion about(EvidenceStream stream) {
        boolean asked =
                switch (stream) {
                    case CRIME -> question.stream().includesCrime();
                    case DISORDER -> question.stream().includesDisorder();
                    default -> question.stream().includesUnsafety();
                };
        // a survey is whole when it is published, whatever the year has come to
        Question about = masked && stream == EvidenceStream.UNSAFETY ? question.ofAllTime() : question;
        return new HotspotQuestion(
                about.withStream(stream), asked ? epsMetres : null, asked ? minPts : null, compare, false);
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }
}
