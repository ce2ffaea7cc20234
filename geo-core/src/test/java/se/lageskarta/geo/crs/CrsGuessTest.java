package se.lageskarta.geo.crs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrsGuessTest {
    private static final int ROWS = 60;

    @ParameterizedTest(name = "EPSG:{0} around {1} E {2} N")
    @CsvSource({
        "3006, 13.02, 58.08",
        "3008, 13.02, 58.08",
        "3021, 13.02, 58.08",
        "3011, 18.05, 59.3",
        "3014, 17.3, 62.4",
        "27700, 1.08, 51.28",
        "26916, -89.95, 35.15",
        "32656, 151.2, 33.9",
        "4326, 13.02, 58.08",
    })
    void longitude_and_latitude_in_the_same_rows_tell_for_certain(int epsg, double lon, double lat) {
        Sample sample = Sample.around(new Crs(epsg), lon, lat);
        List<CrsGuess.Proposal> straight = CrsGuess.propose(sample.x, sample.y, sample.lon, sample.lat, "x", "y");
        assertThat(straight).singleElement().satisfies(proposal -> {
            assertThat(proposal.crs()).isEqualTo(new Crs(epsg));
            assertThat(proposal.swapped()).isFalse();
            assertThat(proposal.certain()).isTrue();
        });
        List<CrsGuess.Proposal> swapped = CrsGuess.propose(sample.y, sample.x, sample.lon, sample.lat, "x", "y");
        assertThat(swapped).singleElement().satisfies(proposal -> {
            assertThat(proposal.crs()).isEqualTo(new Crs(epsg));
            assertThat(proposal.swapped()).isTrue();
        });
    }

    @ParameterizedTest(name = "EPSG:{0} without longitude and latitude")
    @CsvSource({"3006, 13.02, 58.08", "3021, 13.02, 58.08", "4326, 13.02, 58.08", "3857, 13.02, 58.08"})
    void the_size_of_the_numbers_tells_Swedish_systems_and_their_order(int epsg, double lon, double lat) {
        Sample sample = Sample.around(new Crs(epsg), lon, lat);
        assertThat(CrsGuess.propose(sample.x, sample.y, null, null, "", "").get(0))
                .satisfies(best -> assertThat(best.crs()).isEqualTo(new Crs(epsg)))
                .satisfies(best -> assertThat(best.swapped()).isFalse());
        assertThat(CrsGuess.propose(sample.y, sample.x, null, null, "", "").get(0))
                .satisfies(best -> assertThat(best.crs()).isEqualTo(new Crs(epsg)))
                .satisfies(best -> assertThat(best.swapped()).isTrue());
    }

    @Test
    void only_the_easting_tells_SWEREF_13_30_from_TM_at_Herrljunga_and_the_zone_stays_a_question() {
        Sample sample = Sample.around(new Crs(3008), 13.02, 58.08);
        List<CrsGuess.Proposal> proposals = CrsGuess.propose(sample.x, sample.y, null, null, "x", "y");
        assertThat(proposals)
                .extracting(CrsGuess.Proposal::crs)
                .contains(new Crs(3008))
                .doesNotContain(Crs.SWEREF99_TM);
        assertThat(proposals).noneMatch(CrsGuess.Proposal::certain);
    }

    @ParameterizedTest(name = "columns {0} and {1} mean EPSG:{2}")
    @CsvSource({
        "SWEREF99 13 30 N, SWEREF99 13 30 E, 3008",
        "N_sweref99_1330, E_sweref99_1330, 3008",
        "x_3011, y_3011, 3011",
        "RT90 X, RT90 Y, 3021",
        "Easting (BNG), Northing (BNG), 27700",
        "sweref99tm_e, sweref99tm_n, 3006",
    })
    void a_header_that_names_the_system_is_believed(String first, String second, int epsg) {
        Sample sample = Sample.around(new Crs(epsg), epsg == 27700 ? 1.08 : 13.02, epsg == 27700 ? 51.28 : 58.08);
        assertThat(CrsGuess.propose(sample.x, sample.y, null, null, first, second)
                        .get(0))
                .satisfies(best -> assertThat(best.crs()).isEqualTo(new Crs(epsg)))
                .satisfies(best -> assertThat(best.certain()).isTrue())
                .satisfies(best -> assertThat(best.swapped()).isFalse());
    }

    @Test
    void latitude_first_is_told_by_the_header_where_the_numbers_do_not_tell() {
        double[] lat = {35.1, 35.2, 35.15};
        double[] lon = {-89.9, -89.8, -89.95};
        assertThat(CrsGuess.propose(lat, lon, null, null, "latitude", "longitude")
                        .get(0))
                .satisfies(best -> assertThat(best.crs()).isEqualTo(Crs.WGS84))
                .satisfies(best -> assertThat(best.swapped()).isTrue());
        assertThat(CrsGuess.propose(lat, lon, null, null, "a", "b")).noneMatch(CrsGuess.Proposal::certain);
    }

    @Test
    void British_looking_numbers_are_proposed_but_never_certain() {
        Sample sample = Sample.around(new Crs(27700), 1.08, 51.28);
        assertThat(CrsGuess.propose(sample.x, sample.y, null, null, "x", "y"))
                .singleElement()
                .satisfies(proposal -> assertThat(proposal.crs()).isEqualTo(new Crs(27700)))
                .satisfies(proposal -> assertThat(proposal.certain()).isFalse());
    }

    @Test
    void missing_numbers_and_null_island_are_overlooked_and_nothing_gives_nothing() {
        Sample sample = Sample.around(Crs.SWEREF99_TM, 13.02, 58.08);
        sample.x[0] = Double.NaN;
        for (int i = 1; i < 30; i++) {
            sample.x[i] = 0;
            sample.y[i] = 0;
        }
        assertThat(CrsGuess.propose(sample.x, sample.y, null, null, "", "")
                        .get(0)
                        .crs())
                .isEqualTo(Crs.SWEREF99_TM);
        assertThat(CrsGuess.propose(new double[0], new double[0], null, null, "", ""))
                .isEmpty();
        assertThat(CrsGuess.propose(new double[] {3e9}, new double[] {-4e9}, null, null, "", ""))
                .isEmpty();
    }

    private record Sample(double[] x, double[] y, double[] lon, double[] lat) {
        static Sample around(Crs crs, double lon, double lat) {
            SplittableRandom random = new SplittableRandom(1);
            double[] lons = random.doubles(ROWS, lon - 0.04, lon + 0.04).toArray();
            double[] lats = random.doubles(ROWS, lat - 0.03, lat + 0.03).toArray();
            double[] x = new double[ROWS];
            double[] y = new double[ROWS];
            Projection.of(crs).fromLonLat(lons, lats, 0, ROWS, x, y);
            return new Sample(x, y, lons, lats);
        }
    }
}
