package se.lageskarta.service.followups;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What frozen follow-ups say in words, for papers: no counts, only the verdict and its interval. */
@Component
public class Outcomes {
    private final FollowUps followUps;

    Outcomes(FollowUps followUps) {
        this.followUps = followUps;
    }

    /**
     * The newest follow-up of a measure.
     *
     * @param code decrease, increase, no-sure-change, too-few or not-compared
     * @param frozenOn the day it was decided on, UTC
     */
    public record Line(
            long id,
            long measureId,
            String measure,
            @Nullable LocalDate doneOn,
            String code,
            String verdict,
            String sentence,
            LocalDate frozenOn,
            boolean invented) {}

    /** The newest of each measure whose data the person asking may see. */
    public List<Line> all(Locale language) {
        boolean english = language.getLanguage().equals("en");
        return followUps.latest().values().stream()
                .map(entry -> {
                    FollowUpAnswer result = entry.state().result();
                    FollowUpAnswer.Verdict said = result.verdict();
                    return new Line(
                            entry.id(),
                            result.measure().id(),
                            result.measure().title(),
                            result.measure().doneOn(),
                            said.code(),
                            english ? said.en() : said.sv(),
                            english ? said.sentenceEn() : said.sentenceSv(),
                            LocalDate.ofInstant(entry.createdAt(), java.time.ZoneOffset.UTC),
                            result.invented());
                })
                .toList();
    }
}
