package se.lageskarta.service.analyses;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.lageskarta.geo.analysis.Words;
import se.lageskarta.service.catalogue.IncidentKind;
import se.lageskarta.service.evidence.EvidenceStream;
import se.lageskarta.service.evidence.Question;

/** Says which incidents a number is of when that is not all of them, and when kinds are mixed. */
final class WhatCounts {
    private WhatCounts() {}

    /** In words; nothing when all incidents asked for are of one kind and counted. */
    static List<Words> in(Question question) {
        Map<IncidentKind, Integer> there = question.kindsThere();
        int crime = there.getOrDefault(IncidentKind.CRIME, 0);
        int disorder = there.getOrDefault(IncidentKind.DISORDER, 0);
        int others = there.values().stream().mapToInt(Integer::intValue).sum() - crime - disorder;
        List<Words> said = new ArrayList<>();
        if (question.stream() == EvidenceStream.ALL) {
            if (crime > 0 && disorder + others > 0) {
                said.add(new Words(
                        "Urvalet blandar " + crime + " brott med " + (disorder + others)
                                + " händelser som inte är brott: talen gäller alla tillsammans.",
                        "The selection mixes " + crime + " crimes with " + (disorder + others)
                                + " incidents that are not crime: the numbers are of all together."));
            }
        } else if (question.stream().includesCrime() && disorder + others > 0) {
            said.add(new Words(
                    "Bara brott räknas. Utanför räkningen: " + disorder + " störningar och brister och " + others
                            + " övriga händelser.",
                    "Only crime is counted. Left out: " + disorder + " cases of disorder and faults and " + others
                            + " other incidents."));
        }
        return said;
    }
}
