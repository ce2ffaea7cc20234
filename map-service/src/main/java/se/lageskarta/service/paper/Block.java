package se.lageskarta.service.paper;

import java.util.List;

/** A piece of a paper. */
public sealed interface Block {
    /**
     * A heading.
     *
     * @param rank 2 to 4; a rank is not jumped over
     */
    record Heading(int rank, String text) implements Block {
        public Heading {
            if (rank < 2 || rank > 4) {
                throw new IllegalArgumentException("rank is " + rank + ", but must be 2 to 4");
            }
        }
    }

    /** A paragraph of plain text; line breaks are kept. */
    record Text(String text) implements Block {}

    /** Lines of a list. */
    record Bullets(List<String> lines, boolean numbered) implements Block {
        public Bullets {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A table.
     *
     * @param caption says what it shows
     * @param columns headings
     * @param rows cells, each row as long as the headings; the first cell heads its row
     * @param note how to read it; may be empty
     */
    record Table(String caption, List<Column> columns, List<List<String>> rows, String note) implements Block {
        public Table {
            columns = List.copyOf(columns);
            int width = columns.size();
            rows = rows.stream().map(List::copyOf).toList();
            if (rows.stream().anyMatch(row -> row.size() != width)) {
                throw new IllegalArgumentException("a row of " + caption + " has not " + width + " cells");
            }
        }
    }

    /** A column of a table; numbers stand to the right. */
    record Column(String heading, boolean number) {}

    /**
     * A picture, such as a map or a chart.
     *
     * @param png its bytes
     * @param alternative what it shows, for who cannot see it
     * @param caption below it
     */
    record Picture(byte[] png, String alternative, String caption) implements Block {
        public Picture {
            if (alternative.isBlank()) {
                throw new IllegalArgumentException("alternative is blank, but must say what the picture shows");
            }
        }
    }

    /** A remark that must not be missed, such as that the data are invented or too few. */
    record Note(String text) implements Block {}

    /** How a figure was made, for who asks. */
    record Method(String title, String text) implements Block {}

    /** What follows begins on a new page. */
    record NewPage() implements Block {}
}
