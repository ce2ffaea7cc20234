package se.lageskarta.geo.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.demo.DemoTown;
import se.lageskarta.geo.hotspot.HotspotAnalysis;
import se.lageskarta.geo.hotspot.HotspotOptions;
import se.lageskarta.geo.hotspot.HotspotResult;
import se.lageskarta.geo.incident.IncidentFilter;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.survey.UnsafePlaces;

class HotspotsAnalysisTest {
    private static final DemoTown TOWN = DemoTown.generate(3);
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 10, 31);
    private static final Analysis HOTSPOTS = Analyses.named("hotspots").orElseThrow();

    @Test
    void answers_what_the_hotspot_room_finds_with_counts_parameters_and_status() {
        AnalysisResult result = run(question(FIRST, LAST), Map.of());
        HotspotResult expected =
                HotspotAnalysis.crime(incidents(), IncidentFilter.ALL.during(FIRST, LAST), HotspotOptions.AUTOMATIC);
        assertThat(result.status()).isEqualTo(AnalysisResult.Status.OK);
        assertThat(result.n()).isEqualTo(expected.n());
        assertThat(result.used()).isEqualTo(expected.used());
        assertThat(result.excluded()).isEqualTo(expected.excluded());
        assertThat(result.dataHash()).isEqualTo(expected.dataHash());
        assertThat(result.places().table().size()).isEqualTo(expected.hotspots().size());
        assertThat(result.places().table().columns())
                .containsExactly(
                        "id", "rank", "count", "weight", "areaM2", "perKm2", "share", "places", "x", "y", "types",
                        "status");
        assertThat(result.places().table().row().apply(0)[0])
                .isEqualTo(expected.hotspots().get(0).id());
        assertThat(result.parameters())
                .filteredOn(each -> each.name().equals("eps"))
                .allSatisfy(each -> {
                    assertThat(each.value()).isEqualTo(75.0);
                    assertThat(each.automatic()).isTrue();
                });
        assertThat(result.tables()).extracting(ResultTable::name).containsExactly("gone");
        assertThat(result.tables().get(0).size()).isEqualTo(expected.gone().size());
        assertThat(result.headline().sv()).contains("hotspots med", "nya eller växande");
        assertThat(result.headline().en()).contains("certainly");
    }

    @Test
    void answers_about_marks_when_there_are_no_incidents() {
        AnalysisResult result = run(
                AnalysisQuestion.of(Incidents.empty(Crs.SWEREF99_TM), new UnsafePlaces(Crs.SWEREF99_TM, TOWN.survey())),
                Map.of());
        assertThat(result.headline().sv()).contains("otrygga platser");
        assertThat(result.excluded())
                .hasToString("[Count[code=safe, count="
                        + TOWN.survey().stream().filter(mark -> mark.safe()).count() + "]]");
        assertThat(result.figures().get("hotspots")).isEqualTo(5);
    }

    @Test
    void says_too_few_instead_of_computing() {
        Incidents.Builder five = Incidents.builder(Crs.SWEREF99_TM, 5);
        for (int i = 0; i < 5; i++) {
            five.add(i, 1, 400_000, 6_400_000, PlacePrecision.ADDRESS, 0, 1, "SKA", 1);
        }
        AnalysisQuestion question = AnalysisQuestion.of(five.build(), new UnsafePlaces(Crs.SWEREF99_TM, List.of()));
        assertThat(HOTSPOTS.suits(question).level()).isEqualTo(Suits.Level.TOO_FEW);
        assertThat(run(question, Map.of()).status()).isEqualTo(AnalysisResult.Status.TOO_FEW);
        assertThat(run(question, Map.of("minPts", "3")).status()).isEqualTo(AnalysisResult.Status.OK);
        assertThat(run(question, Map.of("minPts", "3")).parameters())
                .anyMatch(each -> each.name().equals("minPts") && !each.automatic());
    }

    @Test
    void can_be_stopped() {
        AnalysisQuestion question = question(null, null);
        assertThatThrownBy(() -> HOTSPOTS.run(question, Chosen.of(HOTSPOTS, Map.of()), () -> true))
                .isInstanceOf(CancellationException.class);
    }

    private static AnalysisResult run(AnalysisQuestion question, Map<String, String> settings) {
        return HOTSPOTS.run(question, Chosen.of(HOTSPOTS, settings), () -> false);
    }

    private static AnalysisQuestion question(LocalDate from, LocalDate to) {
        Incidents all = incidents();
        return new AnalysisQuestion(
                Crs.SWEREF99_TM,
                all.where(IncidentFilter.ALL.during(from, to)),
                all,
                new UnsafePlaces(Crs.SWEREF99_TM, List.of()),
                from,
                to,
                null,
                Map.of(),
                AnalysisQuestion.DEFAULT_SEED);
    }

    private static Incidents incidents() {
        Incidents.Builder builder =
                Incidents.builder(TOWN.crs(), TOWN.incidents().size());
        TOWN.incidents().forEach(builder::add);
        return builder.build();
    }
}
