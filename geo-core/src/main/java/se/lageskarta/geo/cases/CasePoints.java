package se.lageskarta.geo.cases;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Points of a case's input file: columns {@code x} and {@code y}, where present {@code id}, {@code weight}
 * (else 1) and {@code timestamp} (ISO date or date-time, of which the date counts; else day 0).
 *
 * @param numbered true when the file has ids; otherwise ids are row numbers from 0
 */
record CasePoints(boolean numbered, List<String> id, double[] x, double[] y, double[] weight, int[] day) {
    static CasePoints read(Path file) throws IOException {
        List<String> id = new ArrayList<>();
        double[] x = new double[1024];
        double[] y = new double[1024];
        double[] weight = new double[1024];
        int[] day = new int[1024];
        int size = 0;
        boolean numbered = false;
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(open(file))) {
            for (NamedCsvRecord row : rows) {
                if (size == x.length) {
                    x = Arrays.copyOf(x, size * 2);
                    y = Arrays.copyOf(y, size * 2);
                    weight = Arrays.copyOf(weight, size * 2);
                    day = Arrays.copyOf(day, size * 2);
                }
                numbered = row.findField("id").isPresent();
                id.add(numbered ? row.getField("id") : Integer.toString(size));
                x[size] = Double.parseDouble(row.getField("x"));
                y[size] = Double.parseDouble(row.getField("y"));
                weight[size] = row.findField("weight").map(Double::parseDouble).orElse(1.0);
                day[size] = row.findField("timestamp")
                        .filter(text -> text.length() >= 10)
                        .map(text ->
                                (int) LocalDate.parse(text.substring(0, 10)).toEpochDay())
                        .orElse(0);
                size++;
            }
        }
        return new CasePoints(
                numbered,
                id,
                Arrays.copyOf(x, size),
                Arrays.copyOf(y, size),
                Arrays.copyOf(weight, size),
                Arrays.copyOf(day, size));
    }

    /** A text file, unpacked when its name ends in {@code .gz}. */
    static Reader open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        boolean packed = file.getFileName().toString().endsWith(".gz");
        return new InputStreamReader(packed ? new GZIPInputStream(in, 1 << 16) : in, StandardCharsets.UTF_8);
    }
}
