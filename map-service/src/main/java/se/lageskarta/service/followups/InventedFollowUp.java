package se.lageskarta.service.followups;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.measures.Measure;
import se.lageskarta.service.measures.MeasureFilter;
import se.lageskarta.service.measures.MeasureStatus;
import se.lageskarta.service.measures.Measures;
import se.lageskarta.service.web.Parameters;

/** Freezes the follow-up of the invented town's measures that are said to have been followed up. */
@Service
public class InventedFollowUp {
    private static final Told TOLD = new Told(
            "Påhittat: ronderna gick varje natt enligt plan under hela året.",
            "Påhittat: 365 planerade ronder, 351 genomförda.",
            "Påhittat: inga kända.",
            "Påhittat: väktarna behöver nycklar till alla grindar från början.");

    private final Measures measures;
    private final Questions questions;
    private final ComputeFollowUp computing;
    private final FollowUps followUps;

    InventedFollowUp(Measures measures, Questions questions, ComputeFollowUp computing, FollowUps followUps) {
        this.measures = measures;
        this.questions = questions;
        this.computing = computing;
        this.followUps = followUps;
    }

    /** @throws se.lageskarta.service.web.RefusedRequestException when the data do not allow it */
    public void add(String who) {
        Asked usual = Asked.of(questions, Parameters.of(Map.of(), Asked.PARAMETERS));
        MeasureFilter followed = new MeasureFilter(Set.of(MeasureStatus.FOLLOWED_UP), Set.of(), Set.of(), null);
        for (Measure measure : measures.all(followed)) {
            followUps.freeze(computing.of(measure, usual), TOLD, who);
        }
    }
}
