package se.lageskarta.service.causes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.freetext.Written;

/**
 * A cause card (orsakskort): what a group believes makes a spot what it is, and what of it the data bear out. The triangle and
 * the fishbone are two views of {@link #perspectives}. Personal data in any text are masked; a card is about places and
 * circumstances. The order of every list is the group's own.
 *
 * @param problem what happens, one sentence each
 * @param types codes of the types it is about, at most {@value #MOST_TYPES}
 * @param perspectives what contributes
 * @param hypotheses what may explain it, at most {@value #MOST_HYPOTHESES}
 * @param participants organisations that took part, never persons, at most {@value #MOST_PARTICIPANTS}
 */
public record CauseCard(
        Problem problem,
        List<String> types,
        Perspectives perspectives,
        List<Hypothesis> hypotheses,
        List<String> participants) {
    /** Factors of one perspective: more is a list nobody reads at a meeting. */
    static final int MOST_FACTORS = 15;
    /** Causes behind one factor. */
    static final int MOST_CAUSES = 8;

    static final int MOST_TECHNIQUES = 5;
    static final int MOST_TYPES = 12;
    static final int MOST_HYPOTHESES = 20;
    static final int MOST_PARTICIPANTS = 20;

    private static final int LONGEST_SENTENCE = 300;
    private static final int LONGEST_FACTOR = 200;
    private static final int LONGEST_GROUND = 1000;
    private static final int LONGEST_ORGANISATION = 120;
    private static final int TECHNIQUES = 25;
    private static final Pattern ID = Pattern.compile("[a-z0-9]{1,24}");
    private static final Pattern TYPE = Pattern.compile("[A-Z0-9]{2,10}");
    private static final Set<String> PERSPECTIVES = Set.of("offender", "target", "place");
    private static final Set<String> VERDICTS =
            Set.of(Verdict.SUPPORTED.code(), Verdict.CONTRADICTED.code(), Verdict.UNTESTED.code());

    /** A card on which nothing is written. */
    public static final CauseCard EMPTY = new CauseCard(
            new Problem("", "", "", ""),
            List.of(),
            new Perspectives(List.of(), List.of(), List.of()),
            List.of(),
            List.of());

    /**
     * The problem statement, at most 300 characters each; empty until somebody has written.
     *
     * @param what what happens
     * @param where where exactly
     * @param when when in the day, the week and the year
     * @param who who is affected, as a group
     */
    public record Problem(String what, String where, String when, String who) {}

    /**
     * What contributes, from three sides.
     *
     * @param offender what moves or lets those who do it
     * @param target what makes victims or objects exposed
     * @param place what the place lets happen, and who looks after it
     */
    public record Perspectives(List<Factor> offender, List<Factor> target, List<Factor> place) {
        /** Each side by its code, in the order of the card. */
        public List<Map.Entry<String, List<Factor>>> all() {
            return List.of(Map.entry("offender", offender), Map.entry("target", target), Map.entry("place", place));
        }
    }

    /**
     * One factor, or one cause behind a factor.
     *
     * @param id unique on the card, lower-case letters and digits
     * @param words what it is, 1 to 200 characters
     * @param techniques Clarke and Cornish's numbers 1 to 25 that would work on it
     * @param evidence which figures of the spot it rests on, see {@link EvidenceItem}; null for none
     * @param causes what lies behind it; these have none of their own
     */
    public record Factor(
            String id,
            String words,
            List<Integer> techniques,
            @Nullable String evidence,
            List<Factor> causes) {}

    /**
     * Something that may explain the problem.
     *
     * @param id unique on the card
     * @param perspective {@code offender}, {@code target} or {@code place}
     * @param words what is believed, 1 to 300 characters
     * @param techniques numbers 1 to 25 that would work if it is true
     * @param verdict {@code supported}, {@code contradicted} or {@code untested}
     * @param ground which data say so; needed unless it is untested
     * @param test what would test it
     * @param standard code of the standard hypothesis it began as; null for one of the group's own
     */
    public record Hypothesis(
            String id,
            String perspective,
            String words,
            List<Integer> techniques,
            String verdict,
            String ground,
            String test,
            @Nullable String standard) {}

    public CauseCard {
        Written written = new Written();
        Set<String> ids = new HashSet<>();
        problem = problem(problem, written);
        types = types(types, written);
        perspectives = perspectives == null
                ? new Perspectives(List.of(), List.of(), List.of())
                : new Perspectives(
                        factors("offender", perspectives.offender, written, ids),
                        factors("target", perspectives.target, written, ids),
                        factors("place", perspectives.place, written, ids));
        hypotheses = written.list("hypotheses", hypotheses, MOST_HYPOTHESES).stream()
                .map(sent -> hypothesis(sent, written, ids))
                .toList();
        participants = participants(participants, written);
        written.refuseFaults();
    }

    /** Techniques that work on a factor or on a hypothesis that nothing contradicts. */
    public SortedSet<Integer> techniques() {
        SortedSet<Integer> techniques = new TreeSet<>();
        perspectives.all().forEach(side -> side.getValue().forEach(factor -> {
            techniques.addAll(factor.techniques());
            factor.causes().forEach(cause -> techniques.addAll(cause.techniques()));
        }));
        hypotheses.stream()
                .filter(hypothesis -> !hypothesis.verdict().equals(Verdict.CONTRADICTED.code()))
                .forEach(hypothesis -> techniques.addAll(hypothesis.techniques()));
        return techniques;
    }

    private static Problem problem(@Nullable Problem sent, Written written) {
        Problem given = sent == null ? new Problem("", "", "", "") : sent;
        return new Problem(
                written.text("what", given.what, 0, LONGEST_SENTENCE),
                written.text("where", given.where, 0, LONGEST_SENTENCE),
                written.text("when", given.when, 0, LONGEST_SENTENCE),
                written.text("who", given.who, 0, LONGEST_SENTENCE));
    }

    private static List<String> types(@Nullable List<String> sent, Written written) {
        List<String> types =
                written.list("types", sent, MOST_TYPES).stream().distinct().toList();
        types.stream()
                .filter(code -> !TYPE.matcher(code).matches())
                .forEach(code -> written.fault("types", code, "cause.type"));
        return types;
    }

    private static List<Factor> factors(
            String field, @Nullable List<Factor> sent, Written written, Collection<String> ids) {
        List<Factor> factors = new ArrayList<>();
        for (Factor factor : written.list(field, sent, MOST_FACTORS)) {
            List<Factor> causes = written.list("words-" + factor.id, factor.causes, MOST_CAUSES).stream()
                    .map(cause -> factor(cause, leaf(cause, written), written, ids))
                    .toList();
            factors.add(factor(factor, causes, written, ids));
        }
        return List.copyOf(factors);
    }

    /** A cause behind a factor has none of its own: a third level belongs on a card of its own. */
    private static List<Factor> leaf(Factor cause, Written written) {
        if (cause.causes != null && !cause.causes.isEmpty()) {
            written.fault("words-" + cause.id, cause.id, "cause.deep");
        }
        return List.of();
    }

    private static Factor factor(Factor sent, List<Factor> causes, Written written, Collection<String> ids) {
        String id = id(sent.id, written, ids);
        String evidence = sent.evidence;
        if (evidence != null && !EvidenceItem.CODES.contains(evidence)) {
            written.fault("evidence-" + id, evidence, "written.word", String.join(", ", EvidenceItem.CODES));
        }
        return new Factor(
                id,
                written.text("words-" + id, sent.words, 1, LONGEST_FACTOR),
                techniques(id, sent.techniques, written),
                evidence,
                causes);
    }

    private static Hypothesis hypothesis(Hypothesis sent, Written written, Collection<String> ids) {
        String id = id(sent.id, written, ids);
        String verdict = written.word("verdict-" + id, sent.verdict, Verdict.UNTESTED.code(), VERDICTS);
        String ground = written.text("ground-" + id, sent.ground, 0, LONGEST_GROUND);
        if (ground.isEmpty() && !verdict.equals(Verdict.UNTESTED.code())) {
            written.fault("ground-" + id, "", "cause.ground");
        }
        String standard = sent.standard;
        if (standard != null && !ID.matcher(standard).matches()) {
            written.fault("words-" + id, standard, "cause.id");
        }
        return new Hypothesis(
                id,
                written.word("perspective-" + id, sent.perspective, "place", PERSPECTIVES),
                written.text("words-" + id, sent.words, 1, LONGEST_SENTENCE),
                techniques(id, sent.techniques, written),
                verdict,
                ground,
                written.text("test-" + id, sent.test, 0, LONGEST_GROUND),
                standard);
    }

    private static String id(@Nullable String sent, Written written, Collection<String> ids) {
        String id = sent == null ? "" : sent;
        if (!ID.matcher(id).matches()) {
            written.fault("id", id, "cause.id");
        } else if (!ids.add(id)) {
            written.fault("id", id, "cause.twice");
        }
        return id;
    }

    private static List<Integer> techniques(String id, @Nullable List<Integer> sent, Written written) {
        List<Integer> techniques = written.list("techniques-" + id, sent, MOST_TECHNIQUES).stream()
                .distinct()
                .sorted()
                .toList();
        techniques.forEach(number -> written.whole("techniques-" + id, number, 1, TECHNIQUES));
        return techniques;
    }

    private static List<String> participants(@Nullable List<String> sent, Written written) {
        return written.list("participants", sent, MOST_PARTICIPANTS).stream()
                .map(name -> written.text("participants", name, 1, LONGEST_ORGANISATION))
                .distinct()
                .toList();
    }
}
