package se.lageskarta.geo.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.read.FileLook.Blocking;
import se.lageskarta.geo.read.FileLook.FieldColumn;
import se.lageskarta.geo.read.FileLook.FirstRow;
import se.lageskarta.geo.read.TableHead.HeadRow;

/** Plans a file and tells what was seen, whether the plan came about or not. */
final class LookAtFile {
    /** Rows shown above the headings: what a title and a date need. */
    private static final int ROWS_ABOVE = 4;

    private final SourceFile source;
    private final ReadOptions options;
    private final Sighting seen = new Sighting();

    private LookAtFile(SourceFile source, ReadOptions options) {
        this.source = source;
        this.options = options;
    }

    /** @throws UnreadableFileException when nothing can be shown at all */
    static FileLook with(SourceFile source, ReadOptions options) throws IOException, UnreadableFileException {
        return new LookAtFile(source, options).look();
    }

    private FileLook look() throws IOException, UnreadableFileException {
        FilePlan plan = null;
        Blocking blocking = null;
        try {
            plan = source.plan(options, seen);
        } catch (UnreadableFileException e) {
            if (seen.shape == null && seen.parts.isEmpty()) {
                throw e;
            }
            blocking = new Blocking(e.code(), e.args());
        }
        TableShape shape = seen.shape;
        FileKind kind = plan == null ? seen.kind : plan.kind();
        return new FileLook(
                source.fileName,
                source.format(),
                recognisedAs(),
                seen.parts,
                encoding(),
                shape != null && isSeparated() ? shape.separator() : null,
                shape != null && hasHeadingLine() ? shape.headingLine() : null,
                shape == null ? List.of() : shape.headings(),
                firstRows(),
                fields(kind),
                kind,
                plan == null ? seen.role : plan.role(),
                CrsLooks.of(seen, options, plan),
                plan,
                blocking,
                plan == null ? Map.of() : plan.notes(),
                fingerprint());
    }

    private boolean isSeparated() {
        return source.format().equals("csv");
    }

    private boolean isTable() {
        return source instanceof TableFile;
    }

    /** Records name every value themselves. */
    private boolean hasHeadingLine() {
        return isTable() && !(source instanceof RecordsFile);
    }

    private FileLook.@Nullable Encoding encoding() {
        if (!source.isText()) {
            return null;
        }
        TextEncoding encoding = source.encoding;
        return new FileLook.Encoding(
                encoding.plainName(),
                encoding.isCertain() || options.layout().encoding() != null,
                encoding.twiceEncoded(),
                TextEncoding.SAYABLE);
    }

    private @Nullable String recognisedAs() {
        if (source.format().equals("police-events")) {
            return "polisen-events";
        }
        if (seen.shape == null) {
            return null;
        }
        List<String> headings = seen.shape.headings();
        if (FileClues.isPoliceUk(headings)) {
            return "data.police.uk";
        }
        return Survey123.isExport(headings) ? "survey123" : null;
    }

    private List<FirstRow> firstRows() {
        List<HeadRow> rows = seen.firstRows;
        long headingLine = seen.shape == null ? 0 : seen.shape.headingLine();
        int heading = 0;
        while (heading < rows.size() - 1 && rows.get(heading).line() < headingLine) {
            heading++;
        }
        int from = Math.max(0, heading - ROWS_ABOVE);
        return rows.subList(from, rows.size()).stream()
                .filter(row -> hasHeadingLine() || row.line() > 0)
                .limit(FileLook.FIRST_ROWS)
                .map(row -> new FirstRow(
                        row.line(), row.cells().stream().map(LookAtFile::cut).toList()))
                .toList();
    }

    private List<FieldColumn> fields(@Nullable FileKind kind) {
        List<FieldColumn> fields = new ArrayList<>();
        TableShape shape = seen.shape;
        boolean table = isTable();
        boolean degrees = shape != null && shape.has(Field.LON) && shape.has(Field.LAT);
        boolean metres = shape != null && shape.has(Field.X) && shape.has(Field.Y);
        boolean words = shape != null && shape.hasWords() && !shape.hasPlace() && WrittenPlaces.canBeFound(options);
        Map<String, String> mapping = shape == null ? Map.of() : shape.mapping().columns();
        for (Field field : Field.values()) {
            String name = field.mappingName();
            String column = mapping.get(name);
            boolean coordinate = field == Field.X || field == Field.Y || field == Field.LON || field == Field.LAT;
            if (column == null && (!field.isOf(kind) || (coordinate && !table))) {
                continue;
            }
            boolean said = options.mapping().columnOf(field) != null;
            boolean metric = field == Field.X || field == Field.Y;
            boolean needed = coordinate && table && !words && (metric ? metres || !degrees : degrees && !metres);
            fields.add(new FieldColumn(name, column, column == null ? null : said ? "said" : "heading", needed));
        }
        return fields;
    }

    /** Of files that are laid out alike, whatever the order of their columns and whatever is in them. */
    private String fingerprint() {
        List<String> names = seen.shape == null ? List.of() : seen.shape.headings();
        boolean unnamed = seen.shape != null && seen.shape.headingLine() == 0 && hasHeadingLine();
        String columns = unnamed
                ? "#" + names.size()
                : names.stream().map(Field::fold).sorted().collect(Collectors.joining("\n"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((source.format() + "\n" + columns).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String cut(String cell) {
        return cell.length() <= FileLook.LONGEST_CELL ? cell : cell.substring(0, FileLook.LONGEST_CELL) + "…";
    }
}
