package se.lageskarta.geo.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lageskarta.geo.read.LetterByLetterRows.Cut;

class CsvRowsTest {
    private static final List<String> HEADINGS = List.of("id", "datum", "tid", "kategori", "ost", "nord", "fritext");
    private static final Map<Field, Integer> COLUMNS =
            Map.of(Field.ID, 0, Field.DATE, 1, Field.TIME, 2, Field.TYPE, 3, Field.X, 4, Field.Y, 5);
    private static final char[] SEPARATORS = {';', ',', '\t', '|'};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void cuts_hostile_tables_as_the_rules_are_worded(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < 3000; i++) {
            char separator = SEPARATORS[random.nextInt(SEPARATORS.length)];
            String text = new HostileTable(random, separator).text();
            assertSame(text, separator, StandardCharsets.UTF_8, random);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "IBM850", "ISO-8859-15", "UTF-16LE"})
    void cuts_them_so_in_other_encodings(String name) throws Exception {
        Charset charset = Charset.forName(name);
        Random random = new Random(5);
        for (int i = 0; i < 1500; i++) {
            String text = new HostileTable(random, ';').text();
            String readable = new String(text.getBytes(charset), charset);
            assertSame(readable, ';', charset, random);
        }
    }

    @Test
    void takes_any_bytes_for_the_letters_that_they_most_likely_are() throws Exception {
        Random random = new Random(6);
        for (int i = 0; i < 3000; i++) {
            byte[] bytes = new HostileTable(random, ',').text().getBytes(StandardCharsets.UTF_8);
            for (int j = random.nextInt(6); j > 0 && bytes.length > 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) (128 + random.nextInt(128));
            }
            StringWriter text = new StringWriter();
            new ForgivingUtf8(new ByteArrayInputStream(bytes)).transferTo(text);
            assertRows(new LetterByLetterRows(text.toString(), ','), bytes, CellLetters.utf8(), ',', random);
        }
    }

    @Test
    void goes_on_with_the_next_line_when_text_follows_a_closing_mark() throws Exception {
        assertThat(rowsOf("\"a\"b\"c;d\ne;f\n")).containsExactly("1 ab\"c|d", "2 e|f");
    }

    @Test
    void goes_on_with_the_next_line_after_a_mark_that_is_never_closed() throws Exception {
        assertThat(rowsOf("a;\"b\nc;d\n" + "e;f\n".repeat(60)))
                .startsWith("2 c|d")
                .hasSize(61);
    }

    @Test
    void reads_a_row_that_is_larger_than_what_is_read_at_once() throws Exception {
        String wide = ("x".repeat(9_000) + ";").repeat(100);
        assertThat(rowsOf(wide + "\na;b")).hasSize(2).last().isEqualTo("2 a|b");
    }

    @Test
    void leaves_out_a_line_of_many_megabytes_without_keeping_it() throws Exception {
        Map<Long, String> takenOut = new LinkedHashMap<>();
        CsvRows rows = new CsvRows(
                new EndlessLine(100_000_000),
                CellLetters.utf8(),
                ';',
                HEADINGS,
                COLUMNS,
                Map.of(),
                (line, start, code) -> takenOut.put(line, code));
        assertThat(rows.next()).isTrue();
        assertThat(rows.row().line).isEqualTo(2);
        assertThat(rows.next()).isFalse();
        assertThat(takenOut).containsExactly(Map.entry(1L, "row.too-long"));
    }

    @Test
    void tells_from_parts_of_a_large_table_what_it_is_and_reads_all_of_it(@TempDir Path folder) throws Exception {
        StringBuilder text = new StringBuilder("id;datum;kategori;ost;nord;fritext\n");
        for (int i = 0; i < 250_000; i++) {
            text.append(i)
                    .append(";2026-01-05 10:00;Stöld;")
                    .append(383_000 + i % 5000)
                    .append(";6439031;\"rad 1\n")
                    .append("x".repeat(i % 50))
                    .append("\"\n");
        }
        Path file = Files.writeString(folder.resolve("stor.csv"), text);
        FilePlan plan = IncidentReader.plan(file, "stor.csv", Rows.options());
        assertThat(plan.rows()).isBetween(240_000L, 260_000L);
        assertThat(Rows.of(file).tally).isEqualTo(new ReadTally(250_000, 0, 0, 0));
    }

    @Test
    void knows_numbers_that_come_again_in_any_order() {
        Random random = new Random(7);
        RowNumbers numbers = new RowNumbers(10);
        Map<String, Set<Integer>> seen = new HashMap<>();
        for (int i = 0; i < 60_000; i++) {
            String number = random.nextInt(3) == 0
                    ? Integer.toString(i)
                    : "K" + "0".repeat(random.nextInt(20)) + random.nextInt(9000);
            int type = random.nextInt(3);
            RowDraft draft = new RowDraft();
            byte[] letters = number.getBytes(StandardCharsets.UTF_8);
            draft.id(letters, 0, letters.length);
            draft.idHash = RowKeys.hash(number);
            draft.typeKey = type;
            draft.contentHash = 1;
            Set<Integer> types = seen.computeIfAbsent(number, key -> new HashSet<>());
            RowKeys.Seen expected = types.add(type) ? RowKeys.Seen.NEW : RowKeys.Seen.REPEATED;
            assertThat(draft.note(numbers)).isEqualTo(expected);
        }
    }

    private static List<String> rowsOf(String text) throws Exception {
        List<String> found = new ArrayList<>();
        CsvRows rows = CsvRows.asText(stream(text), CellLetters.utf8(), ';');
        while (rows.next()) {
            found.add(rows.row().line + " " + String.join("|", rows.texts()));
        }
        return found;
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertSame(String text, char separator, Charset charset, Random random) throws Exception {
        LetterByLetterRows expected = new LetterByLetterRows(text, separator);
        CellLetters letters = CellLetters.ofOrNull(charset);
        byte[] bytes = text.getBytes(letters == null ? StandardCharsets.UTF_8 : charset);
        assertRows(expected, bytes, letters == null ? CellLetters.utf8() : letters, separator, random);
    }

    private static void assertRows(
            LetterByLetterRows expected, byte[] bytes, CellLetters letters, char separator, Random random)
            throws Exception {
        Map<Long, String> takenOut = new LinkedHashMap<>();
        CsvRows rows = new CsvRows(
                new Dripping(bytes, random),
                letters,
                separator,
                HEADINGS,
                COLUMNS,
                Map.of(),
                (line, start, code) -> takenOut.put(line, code));
        TimeColumns times = new TimeColumns(ReadOptions.SWEDISH_TIME, false, EnumSet.allOf(Field.class));
        int found = 0;
        String text = new String(bytes, StandardCharsets.UTF_8);
        while (rows.next()) {
            if (!rows.row().isEmpty()) {
                assertThat(found).as("row %s", rows.row().line).isLessThan(expected.rows.size());
                assertRow(expected.rows.get(found++), rows.row(), times, text);
            }
        }
        assertThat(found).as(text).isEqualTo(expected.rows.size());
        assertThat(takenOut).as(text).isEqualTo(expected.takenOut);
    }

    private static void assertRow(Cut expected, CsvRow row, TimeColumns times, String text) {
        assertThat(row.line).as(text).isEqualTo(expected.line());
        assertThat(row.cellCount).as(text).isEqualTo(expected.cells().size());
        long content = 0;
        int lastFilled = 0;
        boolean personal = false;
        for (int i = 0; i < expected.cells().size(); i++) {
            String cell = expected.cells().get(i);
            if (!cell.isEmpty()) {
                lastFilled = i + 1;
                long heading = i < HEADINGS.size() ? RowKeys.hash(Field.fold(HEADINGS.get(i))) : i;
                content += RowKeys.contentOf(heading, RowKeys.hash(cell));
            }
            personal |= i >= COLUMNS.size()
                    && cell.length() >= 6
                    && PersonalData.isIn(cell.toCharArray(), 0, cell.length());
        }
        assertThat(row.lastFilled).isEqualTo(lastFilled);
        assertThat(row.contentHash).as(text).isEqualTo(content);
        assertThat(row.hasControl).as(text).isEqualTo(expected.control());
        assertThat(row.hasPersonalData).as(text).isEqualTo(personal);
        COLUMNS.forEach((field, column) -> {
            String cell = column < expected.cells().size() ? expected.cells().get(column) : "";
            assertThat(row.get(field)).isEqualTo(cell);
            assertThat(row.has(field)).isEqualTo(!cell.isEmpty());
            assertThat(row.number(field)).isEqualTo(Double.valueOf(Decimal.parse(cell)));
            assertThat(row.hash(field)).isEqualTo(RowKeys.hash(cell));
        });
        long plain = times.plainly(row);
        if (plain != IsoDates.UNSURE) {
            TimeColumns.When when = times.of(row);
            assertThat(when.problem()).isNull();
            assertThat(when.span().fromMinute()).isEqualTo(IsoDates.first(plain));
            assertThat(when.span().toMinute()).isEqualTo(IsoDates.after(plain));
        }
    }

    /** Gives its bytes a few at a time, so that rows and letters are torn apart everywhere. */
    private static final class Dripping extends InputStream {
        private final byte[] bytes;
        private final Random random;
        private int at;

        Dripping(byte[] bytes, Random random) {
            this.bytes = bytes;
            this.random = random;
        }

        @Override
        public int read() {
            return at < bytes.length ? bytes[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int from, int length) {
            if (at == bytes.length) {
                return -1;
            }
            int most = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 1 + random.nextInt(400);
            int count = Math.min(Math.min(length, bytes.length - at), most);
            System.arraycopy(bytes, at, target, from, count);
            at += count;
            return count;
        }
    }

    /** So many letters x in one line, and one row after it. */
    private static final class EndlessLine extends InputStream {
        private final byte[] after = "\na;b".getBytes(StandardCharsets.UTF_8);
        private final long length;
        private long at;

        EndlessLine(long length) {
            this.length = length;
        }

        @Override
        public int read() {
            long i = at++ - length;
            return i < 0 ? 'x' : i < after.length ? after[(int) i] : -1;
        }

        @Override
        public int read(byte[] target, int from, int count) {
            if (at >= length) {
                int next = read();
                target[from] = (byte) next;
                return next < 0 ? -1 : 1;
            }
            int some = (int) Math.min(Math.min(count, 100_000), length - at);
            Arrays.fill(target, from, from + some, (byte) 'x');
            at += some;
            return some;
        }
    }
}
