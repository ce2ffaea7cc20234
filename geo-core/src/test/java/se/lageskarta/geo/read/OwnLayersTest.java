package se.lageskarta.geo.read;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lageskarta.geo.read.shp.ShapefileBytes.parts;
import static se.lageskarta.geo.read.shp.ShapefileBytes.point;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lageskarta.geo.read.shp.ShapefileBytes;

/** The layers a municipality has: known for what they are by their own names, and told in one way. */
class OwnLayersTest {
    private static final double E = 383_619;
    private static final double N = 6_439_162;
    private static final byte[] POINT = point(E, N);
    private static final byte[] LINE = parts(3, new double[] {E, N, E + 50, N, E + 50, N + 50});
    private static final byte[] AREA = parts(5, new double[] {E, N, E, N + 50, E + 50, N + 50, E, N});

    @TempDir
    Path folder;

    private BaseFeature first(String name, byte[] shape, String columns, String cells) throws UnreadableFileException {
        ShapefileBytes file = new ShapefileBytes().prj(ShapefileBytes.SWEREF_99_TM);
        file.type = shape[0];
        Stream.of(columns.split("/")).forEach(column -> file.column(column, 'C', 40));
        Rows rows =
                Rows.ofBytes(folder, name, file.row(shape, cells.split("/", -1)).zip(), Rows.options());
        assertThat(rows.plan.kind()).isEqualTo(FileKind.BASE);
        return rows.base.get(0);
    }

    private static byte[] shape(String form) {
        return form.equals("point") ? POINT : form.equals("line") ? LINE : AREA;
    }

    @ParameterizedTest
    @CsvSource({
        "uttag.zip,area,DESO,1466A0010,DISTRICTS,1466A0010",
        "uttag.zip,area,desokod/namn,1466C1010/Centrum,DISTRICTS,Centrum",
        "uttag.zip,area,kommunkod/kommunnamn,1466/Herrljunga,BOUNDARY,Herrljunga",
        "uttag.zip,point,gatunamn/husnummer/bokstav,Storgatan/5/A,ADDRESSES,Storgatan 5A",
        "adressplats.zip,point,adressomra/adressplat/senastandr,Storgatan/5/2024-01-01,ADDRESSES,Storgatan 5",
        "uttag.zip,area,trakt/blockenhet,HERRLJUNGA/5:12,PROPERTIES,HERRLJUNGA 5:12",
        "uttag.zip,area,fastighets,HERRLJUNGA 5:12,PROPERTIES,HERRLJUNGA 5:12",
        "uttag.zip,line,gatunamn/vagkategor,Storgatan/Enskild,ROADS,Storgatan",
        "vaglinje.zip,line,objekttyp/vagnummer,Motorväg/E20,ROADS,E20",
        "gis_osm_roads_free_1.zip,line,fclass/name,residential/Storgatan,ROADS,Storgatan",
        "gis_osm_buildings_a_free_1.zip,area,fclass/name,building/Skolan,BUILDINGS,Skolan",
        "GC-vägar.zip,line,typ,GC,PATHS,''",
        "jarnvag.zip,line,spar,1,RAIL,''",
        "Parker och grönytor.zip,area,namn,Stadsparken,GREEN,Stadsparken",
        "hydroyta.zip,area,namn,Sjön,WATER,Sjön",
        "ortnamn.zip,point,ortnamn/namn,x/Herrljunga,PLACES,Herrljunga"
    })
    void knows_a_layer_by_its_own_names(
            String name, String form, String columns, String cells, BaseRole role, String called) throws Exception {
        BaseFeature feature = first(name, shape(form), columns, cells);
        assertThat(feature.role()).isEqualTo(role);
        assertThat(feature.name()).isEqualTo(called);
    }

    @Test
    void an_address_says_street_number_letter_locality_and_households() throws Exception {
        BaseFeature house =
                first("a.zip", POINT, "gatunamn/husnummer/bokstav/postort/hushall", "Storgatan/5/A/Herrljunga/12");
        assertThat(house.attributes())
                .containsEntry("street", "Storgatan")
                .containsEntry("number", "5")
                .containsEntry("bokstav", "A")
                .containsEntry("locality", "Herrljunga")
                .containsEntry("households", "12");
    }

    @ParameterizedTest
    @CsvSource({"ja,yes,led", "Nej,no,lamp-broken", "släckt,no,lamp-broken", "I drift,yes,led", "0,no,lamp-broken"})
    void a_lamp_says_its_kind_and_whether_it_is_lit(String state, String lit, String kind) throws Exception {
        BaseFeature lamp = first("a.zip", POINT, "lamptyp/status", "LED/" + state);
        assertThat(lamp.role()).isEqualTo(BaseRole.LAMPS);
        assertThat(lamp.attributes()).containsEntry("lit", lit);
        assertThat(lamp.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "Motorväg,motorway",
        "Gång- och cykelväg,cycleway",
        "Enskild väg,service",
        "Lokalgata,residential",
        "0,trunk",
        "7,residential",
        "Landsväg stor,primary",
        "footway,footway"
    })
    void a_road_has_the_class_the_map_draws_by(String said, String kind) throws Exception {
        assertThat(first("a.zip", LINE, "gatunamn/vagtyp", "Storgatan/" + said).kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"lamptyp", "gatunamn/husnummer"})
    void incidents_that_name_a_lamp_or_a_house_are_still_incidents(String columns) throws Exception {
        ShapefileBytes file = new ShapefileBytes().prj(ShapefileBytes.SWEREF_99_TM);
        for (String column : (columns + "/brottstyp/datum").split("/")) {
            file.column(column, 'C', 20);
        }
        String[] cells = ("x/" + (columns.contains("/") ? "5/" : "") + "Stöld/2026-01-05").split("/");
        Rows rows = Rows.ofBytes(folder, "a.zip", file.row(POINT, cells).zip(), Rows.options());
        assertThat(rows.plan.kind()).isEqualTo(FileKind.INCIDENTS);
    }

    @Test
    void a_table_of_lamps_or_houses_keeps_what_its_other_columns_say() throws Exception {
        String lamps = "Stolpnr;Lamptyp;Effekt W;E;N;Tänd;Fotad\n1;LED;35;383619;6439162;nej;2020-01-01\n";
        Rows rows = Rows.ofBytes(folder, "register.csv", lamps.getBytes(StandardCharsets.UTF_8), Rows.options());
        BaseFeature lamp = rows.base.get(0);
        assertThat(lamp.role()).isEqualTo(BaseRole.LAMPS);
        assertThat(lamp.attributes())
                .containsEntry("Effekt W", "35")
                .containsEntry("Stolpnr", "1")
                .containsEntry("lit", "no");
        String houses = "Gatunamn;Husnr;Littera;Postort;E;N\nStorgatan;5;B;Herrljunga;383619;6439162\n";
        Rows addresses = Rows.ofBytes(folder, "lista.csv", houses.getBytes(StandardCharsets.UTF_8), Rows.options());
        assertThat(addresses.base.get(0).name()).isEqualTo("Storgatan 5B");
        assertThat(addresses.base.get(0).role()).isEqualTo(BaseRole.ADDRESSES);
        assertThat(List.copyOf(addresses.codes())).isEmpty();
    }
}
