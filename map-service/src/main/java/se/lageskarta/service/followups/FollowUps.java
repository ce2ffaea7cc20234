package se.lageskarta.service.followups;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.measures.Measure;
import se.lageskarta.service.measures.MeasureFilter;
import se.lageskarta.service.measures.MeasureStatus;
import se.lageskarta.service.measures.Measures;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.register.Register;
import se.lageskarta.service.register.Registers;
import se.lageskarta.service.web.ExpectedVersion;

/** Follow-ups that have been frozen, and measures that wait for one. */
@Service
public class FollowUps {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final String SUBJECT = "measure:";

    private final Register<Frozen> register;
    private final Measures measures;
    private final Questions questions;
    private final Clock clock;

    FollowUps(Registers registers, Measures measures, Questions questions, Clock clock) {
        register = registers.open("followup", Frozen.class);
        this.measures = measures;
        this.questions = questions;
        this.clock = clock.withZone(SWEDEN);
    }

    /**
     * A measure that has been carried out and not been followed up.
     *
     * @param months whole months since the month it was done in
     * @param earliest the first month in which the months asked for have passed
     * @param due true when they have
     */
    public record Waiting(
            long measureId,
            String code,
            String title,
            String owner,
            LocalDate doneOn,
            long months,
            String earliest,
            boolean due) {}

    /** Measures that wait for a follow-up of so many months, the longest waiting first; those not due yet are last. */
    public List<Waiting> waiting(int months) {
        Set<Long> followed = register.all().stream()
                .map(entry -> entry.state().result().measure().id())
                .collect(Collectors.toSet());
        YearMonth now = YearMonth.now(clock);
        return measures.all(new MeasureFilter(Set.of(MeasureStatus.DONE), Set.of(), Set.of(), null)).stream()
                .filter(measure -> !followed.contains(measure.id()))
                .flatMap(measure ->
                        Optional.ofNullable(measure.doneOn()).map(done -> waiting(measure, done, months, now)).stream())
                .sorted(Comparator.comparing(Waiting::doneOn).thenComparing(Waiting::measureId))
                .toList();
    }

    private static Waiting waiting(Measure measure, LocalDate done, int months, YearMonth now) {
        YearMonth earliest = YearMonth.from(done).plusMonths(months + 1L);
        long passed = Math.max(0, YearMonth.from(done).until(now, ChronoUnit.MONTHS) - 1);
        return new Waiting(
                measure.id(),
                measure.code(),
                measure.title(),
                measure.owner(),
                done,
                passed,
                earliest.toString(),
                !now.isBefore(earliest));
    }

    /** Those whose data the person asking may see, the newest first. */
    List<Entry<Frozen>> all() {
        return register.all().stream()
                .filter(this::mayRead)
                .sorted(Comparator.comparing((Entry<Frozen> entry) -> entry.id())
                        .reversed())
                .toList();
    }

    /** Those of a measure, the newest first. */
    List<Entry<Frozen>> of(long measureId) {
        return all().stream()
                .filter(entry -> entry.state().result().measure().id() == measureId)
                .toList();
    }

    /** The newest of each measure, by measure. */
    Map<Long, Entry<Frozen>> latest() {
        Map<Long, Entry<Frozen>> latest = new TreeMap<>();
        all().forEach(entry ->
                latest.putIfAbsent(entry.state().result().measure().id(), entry));
        return latest;
    }

    Optional<Entry<Frozen>> find(long id) {
        return register.find(id).filter(entry -> !entry.withdrawn()).filter(this::mayRead);
    }

    Entry<Frozen> freeze(FollowUpAnswer result, Told told, String who) {
        return register.add(SUBJECT + result.measure().id(), new Frozen(result, told), who);
    }

    /** Changes the words; the numbers stay. */
    Optional<Entry<Frozen>> retell(long id, ExpectedVersion expected, Told told, String who) {
        return register.change(id, expected, frozen -> new Frozen(frozen.result(), told), who);
    }

    Optional<Entry<Frozen>> withdraw(long id, ExpectedVersion expected, String who) {
        return register.withdraw(id, expected, who);
    }

    private boolean mayRead(Entry<Frozen> entry) {
        return questions.mayRead(entry.state().result().parameters().datasets().stream()
                .map(FollowUpAnswer.Source::id)
                .collect(Collectors.toSet()));
    }
}
