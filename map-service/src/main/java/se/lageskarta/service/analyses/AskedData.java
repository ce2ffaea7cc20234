package se.lageskarta.service.analyses;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.analysis.AnalysisQuestion;
import se.lageskarta.geo.analysis.Words;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.survey.UnsafePlaces;
import se.lageskarta.service.evidence.Question;

/**
 * The data that an analysis is asked about. Distances need one system of metres: of several the one with most rows is
 * taken, and how many rows are left out is said.
 */
@Component
class AskedData {
    /** Rows of kept questions, each with what is made of them: some 500 MB at most, and for a municipality nothing. */
    private static final long KEPT_ROWS = 4_000_000;

    private final StudyAreas areas;
    private final Cache<String, Asked> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_ROWS)
            .weigher((String key, Asked asked) ->
                    1_000 + asked.question().incidents().size())
            .build();

    AskedData(StudyAreas areas) {
        this.areas = areas;
    }

    /**
     * @param question for the core
     * @param advice what to know about the choice
     */
    record Asked(AnalysisQuestion question, List<Words> advice) {}

    Asked of(Question question, long seed) {
        String key = question.facts().revision() + "|" + question.key() + "|" + seed;
        return Objects.requireNonNull(kept.get(key, unused -> make(question, seed)));
    }

    private Asked make(Question question, long seed) {
        List<Incidents> incidents = question.incidents();
        List<UnsafePlaces> marks = question.unsafePlaces();
        List<Incidents> history = question.incidentsOfAllTime();
        Map<Crs, Integer> rows = new LinkedHashMap<>();
        incidents.forEach(set -> rows.merge(set.crs(), set.size(), Integer::sum));
        marks.forEach(set -> rows.merge(set.crs(), set.size(), Integer::sum));
        if (rows.isEmpty()) {
            // nothing in the period: the past, if there is any, still says where
            history.forEach(set -> rows.merge(set.crs(), set.size(), Integer::sum));
        }
        Crs crs = rows.entrySet().stream()
                .max(Map.Entry.<Crs, Integer>comparingByValue()
                        .thenComparing(entry -> -entry.getKey().epsg()))
                .map(Map.Entry::getKey)
                .orElse(Crs.SWEREF99_TM);
        Incidents past = incidentsIn(crs, history);
        UnsafePlaces felt = marks.stream()
                .filter(set -> set.crs().equals(crs))
                .findFirst()
                .orElse(new UnsafePlaces(crs, List.of()));
        AnalysisQuestion asked = new AnalysisQuestion(
                crs,
                incidentsIn(crs, incidents),
                past,
                felt,
                question.from(),
                question.to(),
                areas.boundary(question, crs, past, felt),
                areas.surroundings(question, crs),
                seed,
                question.defaultPoints(crs));
        List<Words> advice = new ArrayList<>(advice(crs, rows));
        advice.addAll(WhatCounts.in(question));
        return new Asked(asked, List.copyOf(advice));
    }

    private static Incidents incidentsIn(Crs crs, List<Incidents> sets) {
        return sets.stream()
                .filter(set -> set.crs().equals(crs))
                .max(Comparator.comparingInt(Incidents::size))
                .orElse(Incidents.empty(crs));
    }

    private static List<Words> advice(Crs crs, Map<Crs, Integer> rows) {
        List<Words> advice = new ArrayList<>();
        int others = rows.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(crs))
                .mapToInt(Map.Entry::getValue)
                .sum();
        if (others > 0) {
            advice.add(new Words(
                    others + " rader i andra koordinatsystem än " + crs
                            + " är inte med; välj deras datamängder för sig.",
                    others + " rows in other coordinate systems than " + crs
                            + " are left out; choose their datasets by themselves."));
        }
        return advice;
    }
}
