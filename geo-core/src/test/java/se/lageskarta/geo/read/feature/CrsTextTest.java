package se.lageskarta.geo.read.feature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lageskarta.geo.crs.Crs;

class CrsTextTest {
    private static String esri(String name, String datum, double east, double meridian, double scale) {
        return "PROJCS[\"" + name + "\",GEOGCS[\"GCS_X\",DATUM[\"" + datum + "\",SPHEROID[\"S\",6378137.0,298.25]],"
                + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],"
                + "PARAMETER[\"False_Easting\"," + east + "],PARAMETER[\"False_Northing\",0.0],"
                + "PARAMETER[\"Central_Meridian\"," + meridian + "],PARAMETER[\"Scale_Factor\"," + scale + "],"
                + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";
    }

    @ParameterizedTest
    @CsvSource({
        "D_SWEREF99,500000,15,0.9996,3006",
        "D_SWEREF99,150000,12,1,3007",
        "D_SWEREF99,150000,13.5,1,3008",
        "D_SWEREF99,150000,18,1,3011",
        "D_SWEREF99,150000,23.25,1,3018",
        "D_RT_1990,1500000,15.8082777777778,1,3021",
        "D_RT_1990,1500000,11.3082777777778,1,3019",
        "D_RT_1990,1500000,22.5582777777778,1,3024",
        "D_ETRS_1989,500000,15,0.9996,25833",
        "D_WGS_1984,500000,15,0.9996,32633"
    })
    void knows_transverse_mercator_by_its_numbers(String datum, double east, double meridian, double scale, int epsg) {
        assertThat(CrsText.read(esri("Egen", datum, east, meridian, scale))).isEqualTo(new Crs(epsg));
    }

    @Test
    void numbers_are_believed_more_than_a_name() {
        assertThat(CrsText.read(esri("SWEREF99_TM", "D_SWEREF99", 150_000, 13.5, 1)))
                .isEqualTo(new Crs(3008));
        assertThat(CrsText.read(esri("SWEREF99_TM", "D_SWEREF99", 123_456, 13.5, 1)))
                .isNull();
    }

    @Test
    void knows_version_2_inside_a_bound_system() {
        String text = "BOUNDCRS[SOURCECRS[PROJCRS[\"SWEREF99 16 30\",BASEGEOGCRS[\"SWEREF99\",DATUM[\"SWEREF99\","
                + "ELLIPSOID[\"GRS 1980\",6378137,298.257222101,LENGTHUNIT[\"metre\",1]]]],CONVERSION[\"x\","
                + "METHOD[\"Transverse Mercator\",ID[\"EPSG\",9807]],PARAMETER[\"Latitude of natural origin\",0],"
                + "PARAMETER[\"Longitude of natural origin\",16.5],PARAMETER[\"Scale factor at natural origin\",1],"
                + "PARAMETER[\"False easting\",150000],PARAMETER[\"False northing\",0]],CS[Cartesian,2],"
                + "ID[\"EPSG\",3010]]],TARGETCRS[GEOGCRS[\"WGS 84\",DATUM[\"World Geodetic System 1984\"]]]]";
        assertThat(CrsText.read(text)).isEqualTo(new Crs(3010));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\"]];4326",
                "GEOGCS[\"SWEREF99\",DATUM[\"SWEREF99\"],AUTHORITY[\"EPSG\",\"4619\"]];4326",
                "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\",PROJECTION[\"Mercator_Auxiliary_Sphere\"]];3857",
                "PROJCS[\"ETRS_1989_LAEA\",PROJECTION[\"Lambert_Azimuthal_Equal_Area\"]];3035",
                "PROJCS[\"Okänd\",PROJECTION[\"Lambert\"],AUTHORITY[\"EPSG\",\"2154\"]];2154",
                "EPSG:3006;3006"
            })
    void knows_names_and_codes(String text, int epsg) {
        assertThat(CrsText.read(text)).isEqualTo(new Crs(epsg));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hej", "PROJCS", "PROJCS[", "PROJCS[\"a", "]", "PROJCS[\"x\",1e999,[[]]]", "EPSG:1", "\"\""})
    void says_nothing_of_what_is_no_description(String text) {
        assertThat(CrsText.read(text)).isNull();
    }

    @Test
    void is_not_brought_down_by_depth_or_length() {
        assertThat(CrsText.read("PROJCS[".repeat(9_000))).isNull();
        assertThat(CrsText.read("PROJCS[\"" + "A".repeat(1_000_000))).isNull();
        assertThat(CrsText.read("PROJCS[" + "A[],".repeat(10_000) + "]")).isNull();
    }
}
