package se.lageskarta.service.causes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.geo.stats.Darkness;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafeReason;

/** What small figures that can be counted by hand say. */
class StandardHypothesesTest {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final Geometry OUTLINE = GEOMETRY.toGeometry(new Envelope(0, 100, 0, 100));
    /** Monday 5 January 2026. */
    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 1, 5, 0, 0);

    private final Incidents.Builder here = Incidents.builder(Crs.SWEREF99_TM, 40);
    private final Incidents.Builder elsewhere = Incidents.builder(Crs.SWEREF99_TM, 200);
    private final List<UnsafePlace> marks = new ArrayList<>();
    private final List<UnsafePlace> otherMarks = new ArrayList<>();
    private final List<Around.Lamp> lamps = new ArrayList<>();
    private int rows;

    private void add(Incidents.Builder to, double x, LocalDateTime time) {
        to.add(
                ++rows,
                1,
                x,
                50,
                PlacePrecision.ADDRESS,
                TimeSpan.at(time).fromMinute(),
                TimeSpan.at(time).toMinute(),
                "SKA",
                1);
    }

    private Map<String, Finding> findings(Map<String, Scene.Reported> reports) {
        Geometry street =
                GEOMETRY.createLineString(new Coordinate[] {new Coordinate(-600, 50), new Coordinate(700, 50)});
        Incidents near = here.build();
        Incidents far = elsewhere.build();
        Scene scene = new Scene(
                near,
                far,
                0,
                near,
                far,
                marks,
                0,
                otherMarks,
                null,
                new Around(OUTLINE, List.of(street), lamps, Map.of()),
                reports,
                Map.of("VATTEN", "BEL"),
                Darkness.at(13, 58, ZoneId.of("Europe/Stockholm")));
        Map<String, Finding> byRule = new java.util.LinkedHashMap<>();
        StandardHypotheses.of(scene).forEach(finding -> byRule.put(finding.rule(), finding));
        return byRule;
    }

    @Test
    void reports_of_a_type_of_ones_own_count_with_those_that_it_is_like() {
        Map<String, Scene.Reported> reports =
                Map.of("VATTEN", new Scene.Reported(1, 1), "BEL", new Scene.Reported(1, 0));
        assertThat(findings(reports).get("dark-reported").says()).isEqualTo("for");
    }

    @Test
    void eighteen_of_twenty_after_school_against_a_quarter_speaks_for_school_and_nineteen_are_too_few() {
        for (int i = 0; i < 19; i++) {
            add(here, i, MONDAY.plusDays(i % 5).plusHours(i < 18 ? 15 : 3));
        }
        for (int i = 0; i < 100; i++) {
            add(elsewhere, 1000 + i, MONDAY.plusDays(i % 5).plusHours(i < 25 ? 15 : 3));
        }
        Finding few = findings(Map.of()).get("school-hours");
        assertThat(few.says()).isEqualTo("too-few");
        assertThat(few.sentence().sv()).contains("19 händelser").contains("minst 20");

        add(here, 20, MONDAY.plusHours(3));
        Finding finding = findings(Map.of()).get("school-hours");
        assertThat(finding.says()).isEqualTo("for");
        assertThat(finding.compared().count()).isEqualTo(18);
        assertThat(finding.compared().of()).isEqualTo(20);
        assertThat(finding.compared().reference()).isCloseTo(0.25, within(1e-12));
        assertThat(finding.sentence().sv()).isEqualTo("90 % av 20 händelser måndag–fredag 14–17, mot 25 %: talar för.");
        assertThat(finding.sentence().en()).endsWith("speaks for it.");
        assertThat(finding.how().sv()).contains("binomialtest");
    }

    @Test
    void the_same_share_as_elsewhere_says_nothing_and_none_of_forty_against_half_speaks_against() {
        for (int i = 0; i < 40; i++) {
            add(here, i, MONDAY.plusDays(i % 5).plusHours(12));
        }
        for (int i = 0; i < 200; i++) {
            add(elsewhere, 1000 + i, MONDAY.plusDays(i % 2 == 0 ? 5 : i % 5).plusHours(i % 2 == 0 ? 23 : 12));
        }
        Map<String, Finding> findings = findings(Map.of());
        assertThat(findings.get("nightlife-hours").says()).isEqualTo("against");
        assertThat(findings.get("dark-share").says())
                .as("noon against half at night")
                .isEqualTo("against");
        assertThat(findings.get("summer-months").says())
                .as("both all in January")
                .isEqualTo("nothing");
    }

    @Test
    void twelve_on_two_points_of_ten_is_a_repeat_place_and_twenty_five_points_are_not() {
        for (int i = 0; i < 12; i++) {
            add(here, i % 2, MONDAY.plusHours(i));
        }
        for (int i = 0; i < 8; i++) {
            add(here, 10 + i, MONDAY.plusHours(i));
        }
        Finding finding = findings(Map.of()).get("repeat-points");
        assertThat(finding.says()).isEqualTo("for");
        assertThat(finding.sentence().sv()).startsWith("60 % av 20 händelser").contains("20 % av 10 punkter");

        Incidents.Builder spread = Incidents.builder(Crs.SWEREF99_TM, 25);
        for (int i = 0; i < 25; i++) {
            add(spread, i * 3, MONDAY);
        }
        assertThat(Repeats.of(spread.build()).isSpread()).isTrue();
        assertThat(Repeats.of(spread.build()).isConcentrated()).isFalse();
    }

    @Test
    void lamps_half_as_close_as_around_speak_for_darkness_and_without_a_register_it_is_not_known() {
        assertThat(findings(Map.of()).get("lamp-density").says()).isEqualTo("missing");
        for (int x = -500; x < 700; x += 20) {
            boolean outside = x < -15 || x > 115;
            if (outside || x % 40 == 0) {
                lamps.add(new Around.Lamp(new Coordinate(x, 52), x == 40));
            }
        }
        Finding finding = findings(Map.of()).get("lamp-density");
        assertThat(finding.says()).isEqualTo("for");
        assertThat(finding.sentence().sv()).contains("1 av 3 trasiga").contains("1,5 fungerande lampor per 100 m");
    }

    @Test
    void five_people_who_name_vegetation_against_none_elsewhere_speak_for_blocked_sight_and_four_are_too_few() {
        for (int i = 1; i <= 4; i++) {
            marks.add(mark(i, Set.of(UnsafeReason.VEGETATION)));
            marks.add(mark(i, Set.of(UnsafeReason.VEGETATION)));
        }
        for (int i = 0; i < 50; i++) {
            otherMarks.add(mark(100 + i, i < 5 ? Set.of(UnsafeReason.VEGETATION) : Set.of(UnsafeReason.DARK)));
        }
        assertThat(findings(Map.of()).get("sight-felt").says())
                .as("eight marks, four people")
                .isEqualTo("too-few");
        marks.add(mark(5, Set.of(UnsafeReason.VEGETATION)));
        Finding finding = findings(Map.of()).get("sight-felt");
        assertThat(finding.says()).isEqualTo("for");
        assertThat(finding.compared().reference()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void two_reports_of_broken_lamps_speak_for_darkness_and_one_says_nothing() {
        assertThat(findings(Map.of("BEL", new Scene.Reported(2, 1)))
                        .get("dark-reported")
                        .says())
                .isEqualTo("for");
        Finding one = findings(Map.of("BEL", new Scene.Reported(1, 1))).get("dark-reported");
        assertThat(one.says()).isEqualTo("nothing");
        assertThat(one.sentence().sv())
                .isEqualTo("1 rapporter om belysning, 1 ännu inte åtgärdade: säger inget säkert.");
    }

    @Test
    void what_points_both_ways_says_nothing_together() {
        assertThat(Says.together(List.of(Says.FOR, Says.AGAINST))).isEqualTo(Says.NOTHING);
        assertThat(Says.together(List.of(Says.FOR, Says.TOO_FEW, Says.NOTHING))).isEqualTo(Says.FOR);
        assertThat(Says.together(List.of(Says.TOO_FEW, Says.MISSING))).isEqualTo(Says.TOO_FEW);
        assertThat(Says.together(List.of(Says.MISSING))).isEqualTo(Says.MISSING);
    }

    private static UnsafePlace mark(long person, Set<UnsafeReason> reasons) {
        return new UnsafePlace(0, 1, 0, 50, 50, 0, false, 1, person, null, null, reasons);
    }
}
