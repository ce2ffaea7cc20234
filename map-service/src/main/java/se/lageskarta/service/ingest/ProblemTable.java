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
import se.lageskarta.service.web.SpreadsheetText;

/**
 * Problems as a table for a spreadsheet: UTF-8 with mark, separated by semicolons, as Excel opens it in Sweden. A cell
 * that a spreadsheet would take for a formula gets an apostrophe before it.
 */
final class ProblemTable {
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
                    SpreadsheetText.harmless(problem.field()),
                    SpreadsheetText.harmless(problem.value()),
                    problem.fate(),
                    problem.code(),
                    SpreadsheetText.harmless(words.reason(problem, language)),
                    SpreadsheetText.harmless(words.remedy(problem, language)));
        }
        table.flush();
        letters.flush();
    }
}
