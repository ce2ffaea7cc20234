package se.lageskarta.geo.read.xlsx;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import se.lageskarta.geo.read.xlsx.CellStyles.As;
import se.lageskarta.geo.read.xlsx.CellStyles.Shown;

/** The rows of one sheet. Rows and cells must come in order, as every program writes them; what does not is refused. */
final class SheetPart extends XmlPart {
    private static final int MAX_ROWS = 1_048_576;
    private static final int MAX_COLUMNS = 16_384;

    private final CellNumbers numbers;
    private final CellStyles styles;
    private final SharedTexts shared;
    private final MergedCells merged;
    private final SheetVisitor visitor;
    private final SheetRow row = new SheetRow();
    private final XmlText text = new XmlText();
    private long line;
    private int column;
    private boolean inRow;
    private boolean inData;
    private boolean gathering;
    private boolean inPhonetic;
    private String type = "";
    private Shown shown = Shown.PLAIN;
    private boolean formula;
    private boolean hasValue;
    private boolean hasText;

    SheetPart(CellNumbers numbers, CellStyles styles, SharedTexts shared, MergedCells merged, SheetVisitor visitor) {
        this.numbers = numbers;
        this.styles = styles;
        this.shared = shared;
        this.merged = merged;
        this.visitor = visitor;
    }

    @Override
    void start(String name, Attributes attributes) throws SAXException, IOException {
        switch (name) {
            case "sheetData" -> inData = true;
            case "row" -> {
                if (inData) {
                    startRow(attributes);
                }
            }
            case "c" -> {
                if (inRow) {
                    startCell(attributes);
                }
            }
            case "v" -> gather(true, false);
            case "rPh" -> inPhonetic = true;
            case "t" -> gather(false, true);
            case "f" -> {
                formula = true;
                gathering = false;
            }
            default -> gathering = false;
        }
    }

    @Override
    void end(String name) throws SAXException, IOException {
        switch (name) {
            case "v", "t" -> gathering = false;
            case "rPh" -> inPhonetic = false;
            case "c" -> {
                if (inRow) {
                    endCell();
                }
            }
            case "row" -> {
                if (inRow) {
                    endRow();
                }
            }
            case "sheetData" -> inData = false;
            default -> {}
        }
    }

    @Override
    public void characters(char[] from, int start, int length) {
        if (gathering) {
            text.add(from, start, length);
        }
    }

    private void gather(boolean value, boolean letters) {
        gathering = inRow && !inPhonetic;
        hasValue |= value;
        hasText |= letters;
    }

    private void startRow(Attributes attributes) throws SAXException {
        String said = attributes.getValue("r");
        long next = said == null ? line + 1 : rowNumber(said);
        if (next <= line || next > MAX_ROWS) {
            throw wrong("row " + said);
        }
        line = next;
        column = -1;
        inRow = true;
        String hidden = attributes.getValue("hidden");
        row.clear(line, "1".equals(hidden) || "true".equals(hidden));
    }

    private void startCell(Attributes attributes) throws SAXException {
        String said = attributes.getValue("r");
        int next = said == null ? column + 1 : columnOf(said);
        if (next <= column || next >= MAX_COLUMNS) {
            throw wrong(said == null ? "" : said);
        }
        column = next;
        String typeSaid = attributes.getValue("t");
        type = typeSaid == null ? "n" : typeSaid;
        shown = style(attributes.getValue("s"));
        formula = false;
        hasValue = false;
        hasText = false;
        text.clear();
    }

    private Shown style(@Nullable String said) {
        return said == null || said.isEmpty() || said.length() > 6 ? Shown.PLAIN : styles.of(digits(said, 0));
    }

    private void endCell() throws SAXException {
        if (text.isTooLong()) {
            row.cellIsTooLong();
        }
        String value = text.isTooLong() ? text.raw() : value();
        boolean noValue = formula && value.isEmpty();
        if (!value.isEmpty() || noValue) {
            boolean number = type.equals("n") && shown.as() == As.NUMBER;
            row.add(column, value, number, noValue);
        }
        if (formula) {
            visitor.formula();
        }
    }

    private String value() throws SAXException {
        if (!hasValue && !hasText) {
            return "";
        }
        return switch (type) {
            case "s" -> {
                String known = shared.get(digits(text.raw().strip(), -1));
                if (shared.isMissing()) {
                    // the cells' words are nowhere: to go on would lose them without a word
                    throw fault(new RefusedWorkbookException("file.xlsx-parts"));
                }
                yield known == null ? "" : known;
            }
            case "inlineStr", "str" -> text.resolved();
            case "b" -> text.raw().strip().equals("1") ? "TRUE" : "FALSE";
            case "e" -> text.raw().strip();
            case "d" -> isoDate(text.raw().strip());
            default -> numbers.text(text.raw(), shown);
        };
    }

    private static String isoDate(String text) {
        String spaced = text.replace('T', ' ');
        return spaced.endsWith(" 00:00:00") ? spaced.substring(0, 10) : spaced;
    }

    private void endRow() throws SAXException {
        inRow = false;
        if (row.count() > 0 || row.lastColumn() >= 0) {
            merged.fill(row);
            if (!visitor.row(row)) {
                throw enough();
            }
        }
    }

    /** Column of {@code AB12}, counted from 0; the row in it must be this one. */
    private int columnOf(String reference) throws SAXException {
        int at = 0;
        int letters = 0;
        while (at < reference.length()
                && at < 4
                && Character.toUpperCase(reference.charAt(at)) >= 'A'
                && Character.toUpperCase(reference.charAt(at)) <= 'Z') {
            letters = letters * 26 + Character.toUpperCase(reference.charAt(at)) - 'A' + 1;
            at++;
        }
        boolean here = at > 0 && reference.length() - at <= 7 && digits(reference.substring(at), -1) == line;
        if (!here) {
            throw wrong(reference);
        }
        return letters - 1;
    }

    private static long rowNumber(String said) throws SAXException {
        int number = said.length() > 7 ? -1 : digits(said, -1);
        if (number < 1) {
            throw wrong("row " + said);
        }
        return number;
    }

    /** The whole number that the digits 0 to 9 say, or something else when it is none. */
    static int digits(String text, int otherwise) {
        if (text.isEmpty() || text.length() > 9) {
            return otherwise;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return otherwise;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    private static SAXException wrong(String reference) {
        String cut = reference.length() > 20 ? reference.substring(0, 20) : reference;
        return fault(new RefusedWorkbookException("file.xlsx-cell", Map.of("cell", cut)));
    }
}
