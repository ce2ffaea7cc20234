package se.lageskarta.service.hotspots;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.measures.Measure;

/**
 * The hotspots of a question for rooms that compose with them, found with every setting automatic. They hold small counts and
 * rows: who asks keeps them from those who may not see single incidents.
 */
@Component
public class FoundHotspots {
    private final Questions questions;
    private final FindHotspots find;
    private final MeasuresHere measures;

    FoundHotspots(Questions questions, FindHotspots find, MeasuresHere measures) {
        this.questions = questions;
        this.find = find;
        this.measures = measures;
    }

    /**
     * What was found.
     *
     * @param hotspots by rank within their stream, crime before unsafety among equals
     * @param analyses what was analysed, crime before unsafety, the largest first
     */
    public record Found(List<PlacedHotspot> hotspots, List<Analysed> analyses) {
        public Found {
            hotspots = List.copyOf(hotspots);
            analyses = List.copyOf(analyses);
        }
    }

    /** The hotspots of a question, each compared with the same period of up to three earlier years. */
    public Found in(Question question) {
        HotspotSet set = find.in(new HotspotQuestion(question, null, null, true, false));
        return new Found(set.hotspots(), set.analyses());
    }

    /**
     * The hotspots of the last whole year that a question touches, as they are told to those who may not see single incidents:
     * outline, centre, name, id and rank say nothing of where incidents lie within the squares. What was found is exact still;
     * nothing of it but the stream and the status is for them.
     */
    public List<PlacedHotspot> toldIn(Question question) {
        return find.in(new HotspotQuestion(questions.wholeYear(question), null, null, true, true))
                .hotspots();
    }

    /** Numbers of the measures at each of some hotspots, ascending, in the hotspots' order. */
    public List<List<Long>> measuresAt(List<PlacedHotspot> hotspots) {
        long revision = measures.revision();
        return hotspots.stream()
                .map(hotspot -> measures.at(hotspot, revision).ids())
                .toList();
    }

    /** The measures in or beside an area, the oldest first. */
    public List<Measure> measuresNear(Geometry outlineDegrees) {
        return List.copyOf(measures.near(outlineDegrees, measures.revision()).values());
    }
}
