package se.lageskarta.service.analyses;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.analysis.Analysis;
import se.lageskarta.geo.analysis.AnalysisResult;
import se.lageskarta.service.web.ProblemException;

/** Answers a request for an analysis, unless it would take longer than anybody waits. */
@Component
class RunAnalysis {
    /** Steps of a nanosecond: what is more would run into the deadline anyway. */
    static final long MAX_EFFORT = AnalysisRuns.DEADLINE.toNanos();

    private final AskedData data;
    private final AnalysisRuns runs;

    RunAnalysis(AskedData data, AnalysisRuns runs) {
        this.data = data;
        this.runs = runs;
    }

    /**
     * @param account who asks
     * @throws ProblemException 409 when cancelled, 422 when it takes too long, 429 when too many wait
     * @throws se.lageskarta.service.web.RefusedRequestException when the data do not allow a setting
     */
    Answered answer(AnalysisRequest asked, String account) {
        return runs.answer(asked.key(), account, asked.run(), stop -> run(asked, stop));
    }

    private Answered run(AnalysisRequest asked, BooleanSupplier stop) {
        AskedData.Asked given = data.of(asked.question(), asked.seed());
        Analysis analysis = asked.analysis();
        try {
            long effort = analysis.effort(given.question(), asked.chosen());
            if (effort > MAX_EFFORT) {
                long seconds = TimeUnit.NANOSECONDS.toSeconds(effort);
                throw ProblemException.of(422, "analysis.too-much", seconds, TimeUnit.NANOSECONDS.toSeconds(MAX_EFFORT))
                        .with("estimatedSeconds", seconds);
            }
            long begun = System.nanoTime();
            AnalysisResult result = analysis.run(given.question(), asked.chosen(), stop);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            return new Answered(result, given.advice(), millis, asked.question().invented());
        } catch (IllegalArgumentException refused) {
            throw SettingFaults.of(refused, analysis.settings());
        }
    }
}
