package se.lageskarta.geo.read.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.xml.sax.Attributes;

/** The list of sheets, and which day is day 0. */
final class WorkbookPart extends XmlPart {
    private static final int MAX_SHEETS = 255;
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    final List<Workbook.Sheet> sheets = new ArrayList<>();
    boolean from1904;

    @Override
    void start(String name, Attributes attributes) throws RefusedWorkbookException {
        if (name.equals("workbookPr")) {
            String said = attributes.getValue("date1904");
            from1904 = "1".equals(said) || "true".equals(said);
        } else if (name.equals("sheet")) {
            if (sheets.size() == MAX_SHEETS) {
                throw new RefusedWorkbookException("file.xlsx-sheets", Map.of("limit", MAX_SHEETS));
            }
            String title = attribute(attributes, "name");
            String relation = attributes.getValue(RELATIONSHIPS, "id");
            String strict = attribute(attributes, "id");
            String state = attribute(attributes, "state");
            String id = relation == null ? strict : relation;
            if (title != null && id != null) {
                sheets.add(new Workbook.Sheet(
                        title, state != null && state.toLowerCase(Locale.ROOT).contains("hidden"), id));
            }
        }
    }

    @Override
    void end(String name) {
        // all is in the attributes
    }
}
