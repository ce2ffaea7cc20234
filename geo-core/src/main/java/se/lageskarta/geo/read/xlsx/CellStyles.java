package se.lageskarta.geo.read.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** How the cells' styles show numbers: as dates, as times of day, with zeros in front, or as they are. */
final class CellStyles extends XmlPart {
    private static final int MAX_STYLES = 70_000;
    private static final Pattern NOT_SHOWN = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|\\*.");
    private static final Pattern ZEROS = Pattern.compile("0{2,30}");

    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Shown> shownByStyle = new ArrayList<>();
    private boolean inCellStyles;

    /** What a style makes of a number. */
    enum As {
        NUMBER,
        MONTH,
        DATE,
        DATE_AND_TIME,
        TIME
    }

    /** @param digits least number of digits, zeros in front; 0 when it does not matter */
    record Shown(As as, int digits) {
        static final Shown PLAIN = new Shown(As.NUMBER, 0);
    }

    /** How a cell of this style is shown. */
    Shown of(int style) {
        return style >= 0 && style < shownByStyle.size() ? shownByStyle.get(style) : Shown.PLAIN;
    }

    @Override
    void start(String name, Attributes attributes) throws RefusedWorkbookException {
        switch (name) {
            case "numFmt" -> {
                String format = attribute(attributes, "formatCode");
                int id = number(attribute(attributes, "numFmtId"));
                if (format != null && formats.size() < MAX_STYLES) {
                    formats.put(id, format.length() > 255 ? "" : format);
                }
            }
            case "cellXfs" -> inCellStyles = true;
            case "xf" -> {
                if (inCellStyles) {
                    if (shownByStyle.size() == MAX_STYLES) {
                        throw new RefusedWorkbookException("file.xlsx-xml");
                    }
                    shownByStyle.add(shown(number(attribute(attributes, "numFmtId"))));
                }
            }
            default -> {}
        }
    }

    @Override
    void end(String name) {
        if (name.equals("cellXfs")) {
            inCellStyles = false;
        }
    }

    private Shown shown(int formatId) {
        String own = formats.get(formatId);
        String format = own == null ? BuiltinFormats.getBuiltinFormat(Math.max(0, formatId)) : own;
        if (format == null) {
            return Shown.PLAIN;
        }
        if (ZEROS.matcher(format).matches()) {
            return new Shown(As.NUMBER, format.length());
        }
        // spans of time, such as [h]:mm, are numbers: they may be longer than a day
        boolean span = format.matches("(?i).*\\[(h+|m+|s+)\\].*");
        if (span || !DateUtil.isADateFormat(formatId, format)) {
            return Shown.PLAIN;
        }
        String letters = NOT_SHOWN.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        boolean clock = letters.indexOf('h') >= 0 || letters.indexOf('s') >= 0;
        boolean day = letters.indexOf('d') >= 0;
        boolean year = letters.indexOf('y') >= 0;
        if (clock) {
            return new Shown(day || year ? As.DATE_AND_TIME : As.TIME, 0);
        }
        return new Shown(year && !day && letters.indexOf('m') >= 0 ? As.MONTH : As.DATE, 0);
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : 0;
    }
}
