package se.lageskarta.geo.read;

import java.util.Random;

/** A small table in which whatever can be odd about a table may be odd; the same for the same numbers of {@code random}. */
final class HostileTable {
    private static final String[] CELLS = {
        "",
        "",
        " ",
        "\u00a0",
        "\u200b \u202f",
        "7",
        "K-2024-118",
        "007",
        "2024-03-05",
        "2024-03-05 14:30",
        "2024-03-05T23:59:59",
        "2024-02-30",
        "2024-02-29",
        "2023-02-29",
        "1949-12-31",
        "2100-12-31",
        "2024-03-05T24:00",
        "20240305",
        "5/3 2024",
        "2024-3-5",
        "2024-03-05 14:30+02:00",
        "14:30",
        "24:00",
        "21.30",
        "14:30:61",
        "7:05",
        "Skadegörelse",
        "Stöld",
        "Rån mot butik",
        "målsägande Kim S",
        "ring anna@example.org",
        "800101-1234",
        "19121212-1212",
        "701063-2391",
        "383642.5",
        "383642,5",
        "6 439 031,25",
        "6\u00a0439\u00a0031",
        "-12.5",
        "+7",
        "\u22125",
        "1e5",
        "NaN",
        "0x1p3",
        "1_000",
        "123456789012345678",
        "0.1234567890123456789",
        "999999999999999",
        ".5",
        "5.",
        "--5",
        "1,2,3",
        "日本語",
        "😀",
        "\uFFFD",
        "a\u0000b",
        "a\u0007",
        "\ttab",
        "a\tb",
        "vittne Kim",
        "MÅLSÄGANDE",
        "sekretessmarkering i akten",
        "mis",
        "m",
        "må",
        "İstanbul vittne x"
    };
    private static final String[] LINE_ENDS = {"\n", "\n", "\n", "\r\n", "\r\n", "\r", "\n\n", "\r\r\n"};

    private final Random random;
    private final char separator;
    private final StringBuilder out = new StringBuilder();

    HostileTable(Random random, char separator) {
        this.random = random;
        this.separator = separator;
    }

    String text() {
        int rows = random.nextInt(9);
        String usual = LINE_ENDS[random.nextInt(LINE_ENDS.length)];
        for (int i = 0; i < rows; i++) {
            row();
            if (i < rows - 1 || random.nextBoolean()) {
                out.append(random.nextInt(5) == 0 ? LINE_ENDS[random.nextInt(LINE_ENDS.length)] : usual);
            }
        }
        return out.toString();
    }

    private void row() {
        int cells = random.nextInt(6) == 0 ? random.nextInt(12) : 7;
        for (int i = 0; i < cells; i++) {
            if (i > 0) {
                out.append(separator);
            }
            cell();
        }
    }

    private void cell() {
        String text = random.nextInt(4) == 0 ? scrap() : CELLS[random.nextInt(CELLS.length)];
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> quoted(text);
            case 3 -> out.append(' ').append(text).append(random.nextBoolean() ? " " : "\u00a0");
            case 4 -> out.append(odd(text));
            default -> out.append(text);
        }
    }

    private void quoted(String text) {
        out.append('"');
        out.append(text.replace("\"", "\"\""));
        switch (random.nextInt(12)) {
            case 0 -> out.append("\"\"");
            case 1 -> out.append(separator).append("\"\"x");
            case 2 -> out.append("rad 1\nrad 2\r\nrad 3\rrad 4");
            case 3 -> {
                // never closed
                return;
            }
            default -> {}
        }
        out.append('"');
        if (random.nextInt(15) == 0) {
            out.append(random.nextBoolean() ? " " : "x\"y");
        }
    }

    private String odd(String text) {
        return switch (random.nextInt(6)) {
            case 0 -> "\"" + text;
            case 1 -> text + "\"";
            case 2 -> text + "\"\"" + text;
            case 3 -> "x".repeat(9_990 + random.nextInt(14));
            case 4 -> "\"" + "ö".repeat(9_990 + random.nextInt(14)) + "\"";
            default -> text + text;
        };
    }

    private String scrap() {
        StringBuilder scrap = new StringBuilder();
        String letters = "abcåäöÅÄÖéß019 .,:-+@\u00a0\"'\u0001€ÿ";
        for (int i = random.nextInt(24); i > 0; i--) {
            scrap.append(letters.charAt(random.nextInt(letters.length())));
        }
        return scrap.toString();
    }
}
