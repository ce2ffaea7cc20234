package se.lageskarta.geo.read.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lageskarta.geo.read.zip.ZipDirectory.Entry;

class ZipDirectoryTest {
    private static final byte[] TABLE = "id;ost;nord\n1;383642;6439031\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void reads_what_an_ordinary_zip_holds() throws IOException {
        try (ZipDirectory zip = open(zipOf(Map.of("export/åkerö.csv", TABLE)))) {
            Entry entry = zip.entries().get(0);
            assertThat(entry.name()).isEqualTo("export/åkerö.csv");
            assertThat(entry.fileName()).isEqualTo("åkerö.csv");
            assertThat(entry.ending()).isEqualTo("csv");
            assertThat(unpacked(zip, entry)).isEqualTo(TABLE);
            assertThat(zip.find("EXPORT/ÅKERÖ.CSV")).isEqualTo(entry);
        }
    }

    @Test
    void reads_what_a_streaming_writer_with_64_bit_sizes_made() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(bytes)) {
            out.setUseZip64(Zip64Mode.Always);
            out.putArchiveEntry(new ZipArchiveEntry("a.csv"));
            out.write(TABLE);
            out.closeArchiveEntry();
        }
        try (ZipDirectory zip = open(bytes.toByteArray())) {
            assertThat(unpacked(zip, zip.entries().get(0))).isEqualTo(TABLE);
        }
    }

    @Test
    void reads_stored_entries_and_names_in_the_alphabet_of_DOS() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes, Charset.forName("IBM850"))) {
            out.setLevel(0);
            out.putNextEntry(new ZipEntry("Ånäs.csv"));
            out.write(TABLE);
        }
        try (ZipDirectory zip = open(bytes.toByteArray())) {
            assertThat(zip.entries().get(0).name()).isEqualTo("Ånäs.csv");
            assertThat(unpacked(zip, zip.entries().get(0))).isEqualTo(TABLE);
        }
    }

    @Test
    void leaves_out_what_operating_systems_leave_behind() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("lager/", new byte[0]);
        files.put("__MACOSX/lager/._a.shp", TABLE);
        files.put("lager/.DS_Store", TABLE);
        files.put("lager/Thumbs.db", TABLE);
        files.put("lager/a.shp", TABLE);
        try (ZipDirectory zip = open(zipOf(files))) {
            assertThat(zip.entries()).extracting(Entry::name).containsExactly("lager/a.shp");
            assertThat(zip.everything()).hasSize(4);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tmp/evil.csv",
                "../evil.csv",
                "a/../../evil.csv",
                "a/./b.csv",
                "a//b.csv",
                "..\\..\\evil.csv",
                "folder\\a.csv",
                "C:/evil.csv",
                "c:evil.csv",
                "a\u0000.csv",
                "a\r\nb.csv",
                "a\u202Evsc.exe"
            })
    void refuses_names_that_lead_astray(String name) throws IOException {
        assertRefused(zipOf(Map.of(name, TABLE)), "file.zip-name");
    }

    @Test
    void refuses_names_longer_or_deeper_than_any_folder() throws IOException {
        assertRefused(zipOf(Map.of("x".repeat(251), TABLE)), "file.zip-name");
        assertRefused(zipOf(Map.of("d/".repeat(20) + "a.csv", TABLE)), "file.zip-name");
    }

    @Test
    void refuses_the_same_name_twice_whatever_its_capitals() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.csv", TABLE);
        files.put("A.CSV", TABLE);
        assertRefused(zipOf(files), "file.zip-name");
    }

    @Test
    void refuses_links() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(bytes)) {
            ZipArchiveEntry link = new ZipArchiveEntry("link");
            link.setUnixMode(0120777);
            out.putArchiveEntry(link);
            out.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
            out.closeArchiveEntry();
        }
        assertRefused(bytes.toByteArray(), "file.zip-link");
    }

    @Test
    void refuses_more_entries_than_any_export_has() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 101; i++) {
            files.put(i + ".csv", new byte[0]);
        }
        assertRefused(zipOf(files), "file.zip-entries");
    }

    @Test
    void refuses_what_packs_better_than_real_files_do() throws IOException {
        assertRefused(zipOf(Map.of("a.csv", new byte[3 << 20])), "file.zip-ratio");
    }

    @Test
    void takes_a_small_file_however_well_it_packs_and_a_real_one_at_1_to_142() throws IOException {
        byte[] zeros = new byte[1 << 20];
        byte[] wellPacked = new byte[3 << 20];
        new Random(142).ints(wellPacked.length / 640, 0, wellPacked.length).forEach(i -> wellPacked[i] = (byte) i);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("small.csv", zeros);
        files.put("large.csv", wellPacked);
        try (ZipDirectory zip = open(zipOf(files))) {
            Entry large = zip.entries().get(1);
            assertThat(large.size() / large.packedSize()).isBetween(100L, 200L);
            assertThat(unpacked(zip, large)).isEqualTo(wellPacked);
        }
    }

    @Test
    void refuses_sizes_beyond_a_gigabyte_before_unpacking_anything() throws IOException {
        byte[] zip = zipOf(Map.of("a.csv", TABLE));
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(directoryAt(zip) + 24, Integer.MAX_VALUE);
        assertRefused(zip, "file.too-large");
    }

    @Test
    void refuses_a_packed_file_inside_a_packed_file_by_its_name() throws IOException {
        try (ZipDirectory zip = open(zipOf(Map.of("n2.ZIP", TABLE)))) {
            assertThatThrownBy(zip::refuseNested).isInstanceOfSatisfying(RefusedZipException.class, e -> {
                assertThat(e.code()).isEqualTo("file.nested");
                assertThat(e.args()).containsEntry("name", "n2.ZIP");
            });
        }
    }

    @Test
    void refuses_encryption_told_by_either_head() throws IOException {
        byte[] zip = zipOf(Map.of("a.csv", TABLE));
        byte[] inDirectory = zip.clone();
        inDirectory[directoryAt(zip) + 8] |= 1;
        assertRefused(inDirectory, "file.zip-encrypted");
        byte[] inEntry = zip.clone();
        inEntry[6] |= 1;
        assertRefused(inEntry, "file.zip-encrypted");
    }

    @Test
    void refuses_heads_that_disagree() throws IOException {
        byte[] zip = stored(TABLE);
        for (int at : new int[] {8, 14, 18, 22, 26, 28, 30}) {
            byte[] changed = zip.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> open(changed)).as("byte " + at).isInstanceOf(RefusedZipException.class);
        }
    }

    @Test
    void refuses_bytes_before_the_first_entry() throws IOException {
        byte[] zip = zipOf(Map.of("a.csv", TABLE));
        byte[] shifted = new byte[zip.length + 64];
        System.arraycopy(zip, 0, shifted, 64, zip.length);
        assertRefused(shifted, "file.zip-broken");
    }

    @Test
    void refuses_entries_that_share_bytes() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.csv", TABLE);
        files.put("b.csv", TABLE);
        byte[] zip = zipOf(files);
        int first = directoryAt(zip);
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int second = first + 46 + "a.csv".length();
        bytes.putInt(second + 42, 0);
        zip[second + 46] = 'a';
        assertThatThrownBy(() -> open(zip)).isInstanceOf(RefusedZipException.class);
    }

    @Test
    void refuses_a_file_cut_off_anywhere_and_never_fails_in_another_way() throws IOException {
        byte[] zip = zipOf(Map.of("a.csv", TABLE));
        for (int length = 0; length < zip.length; length++) {
            byte[] cut = Arrays.copyOf(zip, length);
            assertThatThrownBy(() -> open(cut)).as("length " + length).isInstanceOf(RefusedZipException.class);
        }
    }

    @Test
    void whatever_byte_is_wrong_the_content_is_right_or_refused() throws IOException {
        byte[] zip = zipOf(Map.of("a.csv", TABLE));
        for (int at = 0; at < zip.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = zip.clone();
                changed[at] ^= (byte) (1 << bit);
                try (ZipDirectory directory = open(changed)) {
                    for (Entry entry : directory.everything()) {
                        assertThat(unpacked(directory, entry)).isEqualTo(TABLE);
                    }
                } catch (RefusedZipException refused) {
                    assertThat(refused.code()).startsWith("file.");
                }
            }
        }
    }

    @Test
    void keeps_to_the_end_that_reaches_the_end_of_the_file_though_a_comment_holds_another() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("a.csv"));
            out.write(TABLE);
            out.setComment("PK\u0005\u0006 or not".repeat(6000).substring(0, 65_535));
        }
        try (ZipDirectory zip = open(bytes.toByteArray())) {
            assertThat(unpacked(zip, zip.entries().get(0))).isEqualTo(TABLE);
        }
    }

    @Test
    void refuses_content_that_is_not_what_the_checksum_says_once_it_is_read() throws IOException {
        byte[] zip = stored(TABLE);
        zip[30 + "a.csv".length() + 3] ^= 1;
        try (ZipDirectory directory = open(zip)) {
            Entry entry = directory.entries().get(0);
            assertThatThrownBy(() -> unpacked(directory, entry)).isInstanceOf(RefusedZipException.class);
        }
    }

    private void assertRefused(byte[] zip, String code) {
        assertThatThrownBy(() -> open(zip)).isInstanceOfSatisfying(RefusedZipException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    private ZipDirectory open(byte[] zip) throws IOException {
        return ZipDirectory.open(Files.write(folder.resolve("a.zip"), zip));
    }

    private static byte[] unpacked(ZipDirectory zip, Entry entry) throws IOException {
        try (InputStream in = zip.open(entry)) {
            return in.readAllBytes();
        }
    }

    private static byte[] zipOf(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** One entry as it is, with its sizes before it. */
    private static byte[] stored(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry("a.csv");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            CRC32 crc = new CRC32();
            crc.update(content);
            entry.setCrc(crc.getValue());
            out.putNextEntry(entry);
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static int directoryAt(byte[] zip) {
        return ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 22 + 16);
    }
}
