package se.lageskarta.service.journey;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

/**
 * Files of invented incidents on the open sea, where they are in nobody's way: SWEREF 99 TM, metres, unless a method
 * says otherwise.
 */
final class InventedFile {
    /** Rows that can be placed. */
    static final int ROWS = 60;

    private static final double EAST = 300_000;
    private static final double NORTH = 6_300_000;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private InventedFile() {}

    /** Sixty good rows with headings that everybody knows, and one row without a coordinate. */
    static FilePayload plain(String name) {
        StringBuilder text = new StringBuilder("id;datum;typ;E;N\n");
        rows(text, ROWS, 7, "R", "SKA", EAST, NORTH);
        return csv(name, text.append("R999;2025-05-05;SKA;;\n").toString(), StandardCharsets.UTF_8);
    }

    /** As registers write them: Windows-1252, headings on line 4, north in the column called east, a word of its own. */
    static FilePayload asRegistersWrite(String name, int year) {
        StringBuilder text = new StringBuilder("Uttag ur ärenderegistret\r\nKälla: påhittad\r\n\r\n");
        text.append("Knr;Datum;Brottstyp;Öst;Nord;Anmärkning\r\n");
        Random random = new Random(year);
        for (int i = 0; i < ROWS; i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "Å%d-%d;%d-%02d-%02d;%s;%d;%d;mörk gångväg%n",
                    year,
                    i,
                    year,
                    1 + i % 12,
                    1 + i % 28,
                    i % 3 == 0 ? "Småbus på torget" : "SKA",
                    Math.round(NORTH + random.nextGaussian() * 30),
                    Math.round(EAST + random.nextGaussian() * 30)));
        }
        return csv(name, text.toString(), WINDOWS_1252);
    }

    /** In RT 90, which looks enough like other systems that it must be confirmed. */
    static FilePayload inAnOldSystem(String name) {
        StringBuilder text = new StringBuilder("id;datum;typ;x;y\n");
        rows(text, ROWS, 11, "G", "SKA", 1_640_000, 6_400_000);
        return csv(name, text.toString(), StandardCharsets.UTF_8);
    }

    /** Columns of coordinates that nobody could know by their headings. */
    static FilePayload withStrangeHeadings(String name) {
        StringBuilder text = new StringBuilder("id;datum;typ;läge1;läge2\n");
        rows(text, ROWS, 13, "S", "SKA", EAST, NORTH);
        return csv(name, text.toString(), StandardCharsets.UTF_8);
    }

    /** So many rows that there is time to change one's mind. */
    static FilePayload large(String name, int rows) {
        StringBuilder text = new StringBuilder("id;datum;typ;E;N\n");
        rows(text, rows, 17, "L", "SKA", EAST, NORTH);
        return csv(name, text.toString(), StandardCharsets.UTF_8);
    }

    static FilePayload csv(String name, String text, Charset charset) {
        return new FilePayload(name, "text/csv", text.getBytes(charset));
    }

    private static void rows(
            StringBuilder text, int rows, int seed, String prefix, String type, double east, double north) {
        Random random = new Random(seed);
        for (int i = 0; i < rows; i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s%d;2025-%02d-%02d;%s;%d;%d%n",
                    prefix,
                    i,
                    1 + i % 12,
                    1 + i % 28,
                    type,
                    Math.round(east + random.nextGaussian() * 30),
                    Math.round(north + random.nextGaussian() * 30)));
        }
    }
}
