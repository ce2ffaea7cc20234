package se.lageskarta.geo.cases;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Any table of a case: {@code .csv} with a header, or rows of words divided by blanks without one, as
 * {@code .cas} and {@code .geo} files have.
 *
 * @param header column names in lower case; empty when the file has none
 */
record CaseTable(List<String> header, List<String[]> rows) {
    static CaseTable read(Path file) throws IOException {
        String name = file.getFileName().toString().replaceFirst("\\.gz$", "");
        return name.endsWith(".csv") ? separated(file) : blanks(file);
    }

    private static CaseTable separated(Path file) throws IOException {
        List<String> header = new ArrayList<>();
        List<String[]> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(CasePoints.open(file))) {
            for (CsvRecord record : records) {
                if (header.isEmpty()) {
                    record.getFields().forEach(name -> header.add(name.strip().toLowerCase(Locale.ROOT)));
                } else {
                    rows.add(record.getFields().toArray(new String[0]));
                }
            }
        }
        return new CaseTable(header, rows);
    }

    private static CaseTable blanks(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(CasePoints.open(file))) {
            return new CaseTable(
                    List.of(),
                    lines.lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .map(line -> line.split("[\\s,;]+"))
                            .toList());
        }
    }

    /** Number of the column that has the first of the names that any has; −1 when none does. */
    int column(String... names) {
        for (String name : names) {
            if (header.contains(name)) {
                return header.indexOf(name);
            }
        }
        return -1;
    }

    /** Like {@link #column}, and where nothing is named, the position usual in files without a header. */
    int column(int otherwise, String... names) {
        return header.isEmpty() ? otherwise : column(names);
    }
}
