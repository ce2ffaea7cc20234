package se.lageskarta.service.waves;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.service.freetext.PersonalData;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.RefusedRequestException;

/**
 * Decides about what people wrote in a survey: approve it as it stands or after words were taken out, reject it, or take a
 * decision back. What a moderator writes is masked too. A mark counts whatever is decided about its words.
 */
@Service
class ModerateWords {
    private static final int MAX_WORDS = 1_000;

    private final SurveyMarks marks;
    private final TransactionOperations transactions;
    private final Clock clock;

    ModerateWords(SurveyMarks marks, TransactionOperations transactions, Clock clock) {
        this.marks = marks;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param state {@link WordsState#APPROVED}, {@link WordsState#REJECTED} or {@link WordsState#WAITING}
     * @param edited what shall stand instead; null to leave the words
     * @return empty when there are no such words
     * @throws ProblemException 412 when somebody has decided since
     */
    Optional<StoredMark> decide(
            long id, ExpectedVersion expected, WordsState state, @Nullable String edited, String who) {
        StoredMark before = marks.find(id)
                .filter(mark -> mark.wordsState() != WordsState.NONE)
                .orElse(null);
        if (before == null) {
            return Optional.empty();
        }
        String words = edited == null
                ? before.mark().words()
                : PersonalData.mask(edited.strip()).text();
        List<FieldFault> faults = new ArrayList<>();
        Written.check("words", words, 1, MAX_WORDS, faults);
        if (!faults.isEmpty()) {
            throw new RefusedRequestException(422, faults);
        }
        boolean decided = expected.allows(before.wordsVersion())
                && Boolean.TRUE.equals(transactions.execute(status -> marks.decide(
                        id,
                        before.wordsVersion(),
                        state,
                        words,
                        who,
                        clock.instant().truncatedTo(ChronoUnit.MICROS))));
        if (!decided) {
            throw ProblemException.of(412, "survey.words.stale");
        }
        return marks.find(id);
    }
}
