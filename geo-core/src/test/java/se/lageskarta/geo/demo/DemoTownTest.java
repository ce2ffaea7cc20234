package se.lageskarta.geo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.demo.PlantedHotspot.Trend;
import se.lageskarta.geo.geojson.Feature;
import se.lageskarta.geo.geojson.GeometryLimits;
import se.lageskarta.geo.geojson.GeometryReader;
import se.lageskarta.geo.geojson.InvalidGeoJsonException;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.geo.survey.UnsafePlace;
import tools.jackson.core.ObjectReadContext;

class DemoTownTest {
    private static final DemoTown TOWN = DemoTown.generate(1);
    /** A window of the Bothnian Sea; the nearest land we know of is the Swedish coast, some 75 km further west. */
    private static final Envelope OPEN_SEA = new Envelope(18.5, 19.15, 61.75, 62.05);

    @Test
    void the_same_seed_gives_the_same_town_to_the_last_lamp_post() {
        DemoTown again = DemoTown.generate(1);
        assertThat(again.incidents()).isEqualTo(TOWN.incidents());
        assertThat(again.survey()).isEqualTo(TOWN.survey());
        assertThat(again.planted()).isEqualTo(TOWN.planted());
        assertThat(again.base()).hasSameSizeAs(TOWN.base());
        for (int i = 0; i < again.base().size(); i++) {
            BaseFeature one = TOWN.base().get(i);
            BaseFeature other = again.base().get(i);
            assertThat(other.name()).isEqualTo(one.name());
            assertThat(other.geometry().equalsExact(one.geometry())).isTrue();
        }
    }

    @Test
    void another_seed_gives_another_year() {
        assertThat(DemoTown.generate(2).incidents()).isNotEqualTo(TOWN.incidents());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {34, 204, 527, -1})
    void every_number_gives_a_town_also_where_outlines_cross_flatly(long seed) {
        DemoTown town = DemoTown.generate(seed);
        assertThat(town.planted()).hasSameSizeAs(TOWN.planted());
        assertThat(town.base())
                .allMatch(feature -> feature.geometry().isValid())
                .noneMatch(feature -> feature.geometry().isEmpty());
    }

    @Test
    void everything_stands_on_open_sea_where_nobody_lives() {
        for (BaseFeature feature : TOWN.base()) {
            assertThat(OPEN_SEA.contains(feature.geometry().getEnvelopeInternal()))
                    .as("%s %s", feature.role(), feature.name())
                    .isTrue();
        }
        Projection projection = Projection.of(TOWN.crs());
        for (Incident incident : TOWN.incidents()) {
            LonLat place = projection.toLonLat(incident.x(), incident.y());
            assertThat(OPEN_SEA.contains(place.lon(), place.lat())).isTrue();
        }
        for (UnsafePlace mark : TOWN.survey()) {
            LonLat place = projection.toLonLat(mark.x(), mark.y());
            assertThat(OPEN_SEA.contains(place.lon(), place.lat())).isTrue();
        }
    }

    @Test
    void the_map_has_what_a_town_has() {
        assertThat(count(BaseRole.BUILDINGS)).isBetween(1500, 4500);
        assertThat(count(BaseRole.LAMPS)).isBetween(1000, 2000);
        assertThat(count(BaseRole.ADDRESSES)).isGreaterThan(1500);
        assertThat(count(BaseRole.DISTRICTS)).isEqualTo(10);
        assertThat(count(BaseRole.BOUNDARY)).isEqualTo(1);
        for (BaseRole role : BaseRole.values()) {
            assertThat(count(role)).as(role.code()).isPositive();
        }
        Set<String> streets = new HashSet<>();
        role(BaseRole.ROADS).forEach(street -> streets.add(street.name()));
        assertThat(streets).hasSizeGreaterThan(150).contains("Storgatan", "Stationsgatan", "Ringvägen");
        assertThat(role(BaseRole.LAMPS))
                .anyMatch(lamp -> lamp.attributes().get("working").equals("false"))
                .anyMatch(lamp -> lamp.attributes().get("working").equals("true"));
        assertThat(role(BaseRole.PATHS)).anyMatch(path -> path.kind().equals("tunnel"));
        assertThat(role(BaseRole.PLACES)).extracting(BaseFeature::name).contains("Lägesby (påhittad)", "Resecentrum");
    }

    @Test
    void every_shape_is_valid_and_every_address_is_given_once() {
        assertThat(TOWN.base())
                .filteredOn(feature -> !feature.geometry().isValid())
                .extracting(feature -> feature.role() + " " + feature.kind() + " " + feature.name())
                .isEmpty();
        List<String> addresses = role(BaseRole.ADDRESSES).map(BaseFeature::name).toList();
        assertThat(addresses).doesNotHaveDuplicates();
    }

    @Test
    void no_house_stands_in_another_or_in_the_water() {
        List<Geometry> houses =
                role(BaseRole.BUILDINGS).map(BaseFeature::geometry).toList();
        List<Geometry> lakes = role(BaseRole.WATER)
                .filter(water -> !water.kind().equals("stream"))
                .map(BaseFeature::geometry)
                .toList();
        var tree = new STRtree();
        houses.forEach(house -> tree.insert(house.getEnvelopeInternal(), house));
        int overlapping = 0;
        for (Geometry house : houses) {
            assertThat(lakes).noneMatch(house::intersects);
            for (Object other : tree.query(house.getEnvelopeInternal())) {
                boolean much =
                        other != house && house.intersection((Geometry) other).getArea() > 0.2 * house.getArea();
                overlapping += much ? 1 : 0;
            }
        }
        // church tower and school wings are drawn as parts that touch
        assertThat(overlapping).isLessThan(10);
    }

    @Test
    void some_six_hundred_incidents_a_year_happen_in_two_years_and_ten_months() {
        for (int year : new int[] {2024, 2025}) {
            assertThat(incidentsIn(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
                    .isBetween(550L, 680L);
        }
        assertThat(incidentsIn(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 10, 31)))
                .isBetween(480L, 600L);
        assertThat(incidentsIn(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 10, 31)))
                .isGreaterThan(TOWN.incidents().size() - 5L);
    }

    @Test
    void one_in_fifty_is_only_known_to_the_municipality_and_stands_on_its_label_point() {
        List<Incident> vague = TOWN.incidents().stream()
                .filter(incident -> incident.precision() == PlacePrecision.MUNICIPALITY)
                .toList();
        assertThat(vague.size() / (double) TOWN.incidents().size()).isBetween(0.008, 0.035);
        assertThat(vague)
                .allMatch(incident -> incident.x() == vague.get(0).x()
                        && incident.y() == vague.get(0).y());
        assertThat(TOWN.incidents()).anyMatch(incident -> incident.precision() == PlacePrecision.STREET);
    }

    @Test
    void planted_places_develop_as_they_are_said_to() {
        for (PlantedHotspot place : TOWN.planted()) {
            if (place.crimes() == 0) {
                continue;
            }
            long y2024 = around(place, 2024);
            long y2025 = around(place, 2025);
            long y2026 = around(place, 2026);
            switch (place.trend()) {
                case RISING -> assertThat(y2026).isGreaterThan(y2025).isGreaterThan(2 * y2024);
                case FADING -> assertThat(y2026).isLessThan(y2024 / 2);
                case NEW -> assertThat(y2026).isGreaterThan(20).isGreaterThan(5 * Math.max(1, y2024 + y2025));
                case STEADY -> assertThat((double) y2025).isBetween(0.6 * y2024, 1.6 * y2024);
            }
        }
        assertThat(TOWN.planted()).extracting(PlantedHotspot::trend).contains(Trend.RISING, Trend.FADING, Trend.NEW);
    }

    @Test
    void the_tunnel_and_the_dark_path_feel_unsafe_without_crime() {
        assertThat(TOWN.planted())
                .filteredOn(place -> place.crimes() == 0)
                .extracting(PlantedHotspot::name)
                .containsExactlyInAnyOrder("Gångtunneln", "Skogsstigen");
        for (PlantedHotspot place : TOWN.planted()) {
            if (place.crimes() == 0) {
                long marks = TOWN.survey().stream()
                        .filter(mark -> !mark.safe() && Math.hypot(mark.x() - place.x(), mark.y() - place.y()) < 45)
                        .count();
                assertThat(marks).isGreaterThan(20);
                assertThat(around(place, 2024) + around(place, 2025) + around(place, 2026))
                        .isLessThan(8);
            }
        }
    }

    @Test
    void the_survey_has_320_marks_and_some_of_them_are_of_safe_places() {
        assertThat(TOWN.survey()).hasSize(320).anyMatch(UnsafePlace::safe).anyMatch(mark -> !mark.safe());
        assertThat(TOWN.survey()).extracting(UnsafePlace::respondent).doesNotContain(0L);
    }

    @Test
    void measures_come_from_the_catalogue_and_say_that_they_are_invented() throws IOException {
        String catalogue;
        try (InputStream in = Objects.requireNonNull(
                DemoTownTest.class.getResourceAsStream("/se/lageskarta/data/reference/measure-catalogue.csv"))) {
            catalogue = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(TOWN.measures()).hasSizeGreaterThan(5).allSatisfy(measure -> {
            assertThat(catalogue).contains("\n" + measure.code() + ",");
            assertThat(measure.note()).contains("Påhittad demostad");
            assertThat(measure.geometry().isValid()).isTrue();
        });
    }

    @Test
    void the_files_can_be_read_again_and_say_that_all_is_invented(@TempDir Path folder) throws IOException {
        TOWN.writeFiles(folder);
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        }
        assertThat(names).contains("incidents.csv", "survey.csv", "measures.geojson", "README.txt", "roads.geojson");
        assertThat(Files.readString(folder.resolve("README.txt"))).contains("Påhittad demostad", "invented");
        assertThat(Files.readAllLines(folder.resolve("incidents.csv")))
                .hasSize(TOWN.incidents().size() + 1)
                .filteredOn(line -> !line.startsWith("id;"))
                .allMatch(line -> line.endsWith("Påhittad demostad"));
        assertThat(Files.readAllLines(folder.resolve("survey.csv"))).hasSize(321);
        assertThat(featuresIn(folder.resolve("buildings.geojson"))).isEqualTo(count(BaseRole.BUILDINGS));
    }

    private static long featuresIn(Path file) {
        long[] seen = new long[1];
        try (var parser = GeometryReader.factory().createParser(ObjectReadContext.empty(), file.toFile())) {
            new GeometryReader(new GeometryLimits(5000, 200, true)).readAll(parser, new GeometryReader.Sink() {
                @Override
                public void feature(long index, Feature feature) {
                    seen[0]++;
                }

                @Override
                public void invalid(long index, InvalidGeoJsonException problem) {
                    throw problem;
                }
            });
        }
        return seen[0];
    }

    private static long around(PlantedHotspot place, int year) {
        return TOWN.incidents().stream()
                .filter(incident ->
                        TimeSpan.timeOf(incident.time().fromMinute()).getYear() == year)
                .filter(incident -> Math.hypot(incident.x() - place.x(), incident.y() - place.y()) < 70)
                .count();
    }

    private static long incidentsIn(LocalDate from, LocalDate to) {
        return TOWN.incidents().stream()
                .map(incident -> TimeSpan.timeOf(incident.time().fromMinute()).toLocalDate())
                .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                .count();
    }

    private static Stream<BaseFeature> role(BaseRole role) {
        return TOWN.base().stream().filter(feature -> feature.role() == role);
    }

    private static int count(BaseRole role) {
        return (int) role(role).count();
    }
}
