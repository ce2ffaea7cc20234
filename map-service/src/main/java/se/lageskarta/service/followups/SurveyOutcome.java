package se.lageskarta.service.followups;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.crs.ProjectedGeometry;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.effect.Said;
import se.lageskarta.geo.effect.SurveyChange;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafePlaces;
import se.lageskarta.service.evidence.EvidenceStream;

/** The second outcome: whether fewer people mark the place as unsafe, from survey waves before and after. */
final class SurveyOutcome {
    /** People mark where they stand, not where the measure is. */
    static final double REACH = 50;

    private SurveyOutcome() {}

    static FollowUpAnswer.Survey of(Prepared prepared) {
        LocalDate begun = prepared.design().windows().firstLeftOut().atDay(1);
        LocalDate done = prepared.design().windows().lastLeftOut().atEndOfMonth();
        Geometry place = prepared.target().area().buffer(REACH);
        List<SurveyChange.Wave> before = new ArrayList<>();
        List<SurveyChange.Wave> after = new ArrayList<>();
        for (UnsafePlaces set :
                prepared.asked().question().withStream(EvidenceStream.BOTH).unsafePlacesOfAllTime()) {
            Geometry here = ProjectedGeometry.fromLonLat(
                    ProjectedGeometry.toLonLat(place, prepared.projection()), Projection.of(set.crs()));
            Map<Long, List<UnsafePlace>> waves = new TreeMap<>();
            set.marks().forEach(mark -> waves.computeIfAbsent(mark.datasetId(), id -> new ArrayList<>())
                    .add(mark));
            for (List<UnsafePlace> marks : waves.values()) {
                SurveyChange.Wave wave = SurveyChange.wave(marks, here);
                LocalDate first = wave.firstDay();
                LocalDate last = wave.lastDay();
                if (last != null && last.isBefore(begun)) {
                    before.add(wave);
                } else if (first != null && first.isAfter(done)) {
                    after.add(wave);
                }
            }
        }
        if (before.isEmpty() || after.isEmpty()) {
            return none(before.isEmpty(), after.isEmpty());
        }
        SurveyChange change = SurveyChange.of(before, after);
        Said said = change.said();
        return new FollowUpAnswer.Survey(
                change.verdict().code(),
                said.sv(),
                said.en(),
                told(change.before()),
                told(change.after()),
                change.low(),
                change.high());
    }

    private static FollowUpAnswer.Survey none(boolean noneBefore, boolean noneAfter) {
        String sv = noneBefore && noneAfter
                ? "Ingen trygghetsmätning finns före eller efter åtgärden."
                : noneBefore
                        ? "Ingen trygghetsmätning finns före åtgärden, så ingen förändring kan visas."
                        : "Ingen trygghetsmätning finns efter åtgärden ännu: planera en.";
        String en = noneBefore && noneAfter
                ? "There is no safety survey before or after the measure."
                : noneBefore
                        ? "There is no safety survey before the measure, so no change can be shown."
                        : "There is no safety survey after the measure yet: plan one.";
        return new FollowUpAnswer.Survey("none", sv, en, null, null, null, null);
    }

    private static FollowUpAnswer.@Nullable Wave told(SurveyChange.Wave wave) {
        return new FollowUpAnswer.Wave(wave.respondents(), wave.unsafeHere(), wave.firstDay(), wave.lastDay());
    }
}
