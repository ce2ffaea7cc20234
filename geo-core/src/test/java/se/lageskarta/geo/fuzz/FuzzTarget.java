package se.lageskarta.geo.fuzz;

import static se.lageskarta.geo.read.Sheets.number;
import static se.lageskarta.geo.read.Sheets.row;
import static se.lageskarta.geo.read.Sheets.text;
import static se.lageskarta.geo.read.Sheets.texts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.Fate;
import se.lageskarta.geo.read.FilePlan;
import se.lageskarta.geo.read.IncidentReader;
import se.lageskarta.geo.read.ReadOptions;
import se.lageskarta.geo.read.ReadTally;
import se.lageskarta.geo.read.RowProblem;
import se.lageskarta.geo.read.RowSink;
import se.lageskarta.geo.read.Sheets;
import se.lageskarta.geo.read.SourceTypes;
import se.lageskarta.geo.read.UnreadableFileException;
import se.lageskarta.geo.read.shp.ShapefileBytes;
import se.lageskarta.geo.read.zip.RefusedZipException;
import se.lageskarta.geo.read.zip.ZipDirectory;
import se.lageskarta.geo.survey.UnsafePlace;

/**
 * Readers that any bytes may be given to. Whatever they are, the answer is rows or a refusal with a code, and every row
 * counts once; all else that is thrown is a finding.
 */
public enum FuzzTarget {
    CSV {
        @Override
        void give(byte[] bytes) throws IOException {
            read("a.csv", bytes);
        }

        @Override
        List<byte[]> seeds() {
            return List.of(
                    utf8("id;kategori;datum;tid;ost;nord\nH-1;Stöld;2026-01-05;21:30;383642,5;6439031\n"
                            + "H-2;\"Rån; med \"\"vapen\"\"\";5/3 2026;24:00;383801;6438890\n"),
                    utf8("Crime ID,Month,Longitude,Latitude,LSOA code,Crime type\na,2026-01,0.5,51.4,E01,Drugs\n"),
                    "Uttag\n\nid\tdatum\tx\ty\n1\t2026-01-01--2026-01-03\t13.02\t58.07\nSumma\t1\n"
                            .getBytes(StandardCharsets.UTF_16),
                    utf8("ObjectID,GlobalID,Typ,CreationDate,Creator,EditDate,Editor,x,y\n"
                            + "1,g,Klotter,1768937400000,a,1/20/2026 8:30 PM,a,13.0221,58.0777\n"));
        }
    },
    GEOJSON {
        @Override
        void give(byte[] bytes) throws IOException {
            read(bytes.length > 0 && bytes[0] == '[' ? "a.json" : "a.geojson", bytes);
        }

        @Override
        List<byte[]> seeds() {
            String properties = "\"properties\":{\"id\":\"1\",\"kategori\":\"Stöld\",\"datum\":\"2026-01-05\"}}";
            return List.of(
                    utf8("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":"
                            + "{\"type\":\"Point\",\"coordinates\":[13.02,58.07]}," + properties + "]}"),
                    utf8("{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":"
                            + "\"urn:ogc:def:crs:EPSG::3006\"}},\"features\":[{\"type\":\"Feature\",\"geometry\":"
                            + "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[383600,6439000],[383700,6439000],"
                            + "[383700,6439100],[383600,6439000]]]]}," + properties + "]}"),
                    utf8("[{\"id\":1,\"datetime\":\"2026-03-20 9:19:26 +01:00\",\"summary\":\"x\",\"type\":\"Rån\","
                            + "\"location\":{\"name\":\"Ljung\",\"gps\":\"58.07,13.02\"},\"tags\":[1,[2]]}]"));
        }
    },
    ZIP {
        @Override
        void give(byte[] bytes) throws IOException {
            try (ZipDirectory zip = ZipDirectory.open(written(bytes))) {
                for (ZipDirectory.Entry entry : zip.everything()) {
                    try (InputStream in = zip.open(entry)) {
                        in.transferTo(java.io.OutputStream.nullOutputStream());
                    }
                }
            } catch (RefusedZipException refused) {
                // an answer
            }
            read("a.zip", bytes);
        }

        @Override
        List<byte[]> seeds() {
            return List.of(
                    ShapefileBytes.zip(Map.of("a.csv", CSV.seeds().get(0))),
                    ShapefileBytes.zip(Map.of("m/b.json", GEOJSON.seeds().get(2), "m/.DS_Store", new byte[3])),
                    Sheets.of(texts(1, "id", "ost", "nord")).bytes());
        }
    },
    WORKBOOK {
        @Override
        void give(byte[] bytes) throws IOException {
            String[] parts = new String(bytes, StandardCharsets.UTF_8).split(PARTS_BETWEEN, 3);
            Sheets sheets = Sheets.of("").with("xl/worksheets/sheet1.xml", parts[0]);
            if (parts.length > 1) {
                sheets.with("xl/styles.xml", parts[1]);
            }
            if (parts.length > 2) {
                sheets.with("xl/sharedStrings.xml", parts[2]);
            }
            read("a.xlsx", sheets.bytes());
        }

        @Override
        List<byte[]> seeds() {
            String head = texts(1, "id", "kategori", "datum", "tid", "ost", "nord");
            return List.of(utf8("<worksheet><sheetData>" + head
                    + row(
                            2,
                            text("1"),
                            "<c t=\"s\"><v>0</v></c>",
                            number("46027.5", 0),
                            number("0.5", 1),
                            number("383642.5000001"),
                            number("6439031"))
                    + row(
                            3,
                            "<c t=\"b\"><v>1</v></c>",
                            "<c t=\"e\"><v>#N/A</v></c>",
                            "<c t=\"d\"><v>2026-01-05T10:00:00</v></c>",
                            "<c><f>A1</f></c>",
                            number("1e5"),
                            number("6439031"))
                    + "</sheetData><mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells></worksheet>"
                    + PARTS_BETWEEN
                    + "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy-mm-dd hh:mm\"/></numFmts>"
                    + "<cellXfs><xf numFmtId=\"164\"/><xf numFmtId=\"20\"/></cellXfs></styleSheet>"
                    + PARTS_BETWEEN
                    + "<sst><si><r><t>St_x00F6_</t></r><r><t>ld</t></r><rPh><t>x</t></rPh></si></sst>"));
        }
    },
    SHAPEFILE {
        @Override
        void give(byte[] bytes) throws IOException {
            int shape = bytes.length < 2 ? 0 : Math.min(bytes.length - 2, (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF);
            int from = Math.min(2, bytes.length);
            read(
                    "a.zip",
                    ShapefileBytes.zip(Map.of(
                            "a.shp", Arrays.copyOfRange(bytes, from, from + shape),
                            "a.dbf", Arrays.copyOfRange(bytes, from + shape, bytes.length),
                            "a.prj", utf8(ShapefileBytes.SWEREF_99_TM))));
        }

        @Override
        List<byte[]> seeds() {
            ShapefileBytes points = new ShapefileBytes().column("id", 'C', 8).column("datum", 'D', 8);
            points.row(ShapefileBytes.point(383_642, 6_439_031), "1", "20260105");
            points.row(ShapefileBytes.point(383_652, 6_439_031), "2", "20260106");
            ShapefileBytes areas = new ShapefileBytes().column("namn", 'C', 12);
            areas.type = 5;
            areas.row(
                    ShapefileBytes.parts(5, new double[] {
                        383_600, 6_439_000, 383_600, 6_439_100, 383_700, 6_439_100, 383_600, 6_439_000
                    }),
                    "Park");
            return List.of(joined(points), joined(areas));
        }
    };

    private static final String PARTS_BETWEEN = "\n=====\n";

    /** Gives the reader these bytes. */
    abstract void give(byte[] bytes) throws IOException;

    /** Well-formed inputs to begin with. */
    abstract List<byte[]> seeds();

    /** Name of its folder of inputs that once were findings. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static byte[] joined(ShapefileBytes layer) {
        byte[] shp = layer.shp();
        byte[] dbf = layer.dbf();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(shp.length >> 8);
        bytes.write(shp.length);
        bytes.writeBytes(shp);
        bytes.writeBytes(dbf);
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Path written(byte[] bytes) throws IOException {
        Path file = Holder.FILE;
        return Files.write(file, bytes);
    }

    private static void read(String name, byte[] bytes) throws IOException {
        Path file = written(bytes);
        try {
            Counted sink = new Counted();
            FilePlan plan = IncidentReader.plan(file, name, Holder.OPTIONS);
            ReadTally tally = IncidentReader.read(plan, sink);
            if (tally.rows() != plan.rows() || tally.rows() != tally.placed() + tally.uncertain() + tally.rejected()) {
                throw new AssertionError("planned " + plan.rows() + " rows, but read " + tally);
            }
            if (sink.rejected != tally.rejected()) {
                throw new AssertionError("told of " + sink.rejected + " rejected rows, but counted " + tally);
            }
        } catch (UnreadableFileException refused) {
            if (!refused.code().startsWith("file.")) {
                throw new AssertionError("no words for " + refused.code(), refused);
            }
        }
    }

    /** Made when first needed, once a process. */
    private static final class Holder {
        static final ReadOptions OPTIONS = ReadOptions.recognise(SourceTypes.shipped());
        static final Path FILE = file();

        private static Path file() {
            try {
                Path file = Files.createTempFile("fuzz", ".bin");
                file.toFile().deleteOnExit();
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Counted implements RowSink {
        private long rejected;

        @Override
        public void incident(long line, Incident incident, double lon, double lat, @Nullable Geometry shape) {
            inRange(lon, lat);
        }

        @Override
        public void unsafePlace(long line, UnsafePlace place, double lon, double lat) {
            inRange(lon, lat);
        }

        @Override
        public void base(long line, BaseFeature feature) {
            if (feature.geometry().isEmpty()) {
                throw new AssertionError("line " + line + " has an empty shape");
            }
        }

        @Override
        public void problem(RowProblem problem, Fate fate) {
            rejected += fate == Fate.REJECTED ? 1 : 0;
        }

        private static void inRange(double lon, double lat) {
            if (!(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90)) {
                throw new AssertionError(lon + ", " + lat + " is nowhere");
            }
        }
    }
}
