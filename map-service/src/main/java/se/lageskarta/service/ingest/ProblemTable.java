package se.lageskarta.service.ingest;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import se.lageskarta.service.storage.ImportProblem;

/**
 * Problems as a table for a spreadsheet: UTF-8 with mark, separated by semicolons, as Excel opens it in Sweden. A cell
 * that a spreadsheet would take for a formula gets an apostrophe before it.
 */
final class ProblemTable {
    private static final String FORMULA_STARTS = "=+-@\t\r\n|%＝＋－＠";

    private ProblemTable() {}

    static void write(List<ImportProblem> problems, ImportWords words, Locale language, OutputStream out)
            throws IOException {
        Writer letters = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        letters.write('\uFEFF');
        CsvWriter table = CsvWriter.builder().fieldSeparator(';').build(letters);
        table.writeRecord("line", "field", "value", "fate", "code", "reason", "remedy");
        for (ImportProblem problem : problems) {
            table.writeRecord(
                    Long.toString(problem.line()),
                    harmless(problem.field()),
                    harmless(problem.value()),
                    problem.fate(),
                    problem.code(),
                    harmless(words.reason(problem, language)),
                    harmless(words.remedy(problem, language)));
        }
        table.flush();
        letters.flush();
    }

    static String harmless(String cell) {
        String text = cell.stripLeading();
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        boolean control = !cell.isEmpty() && cell.charAt(0) < ' ';
        return formula || control ? "'" + cell : cell;
    }
}
