package se.lageskarta.service.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.read.FileCheck;
import se.lageskarta.geo.read.FileLook;
import se.lageskarta.service.ingest.ImportWords;
import se.lageskarta.service.ingest.Looked;
import se.lageskarta.service.web.Texts;

/** Prints what a file seems to be and what would become of its rows: Swedish, then English. */
final class LookReport {
    private static final int LONGEST_CELL = 30;
    private static final int ROWS = 5;
    private static final int TYPES = 20;

    private final Looked looked;
    private final ImportWords words;
    private final Console console;

    LookReport(Looked looked, ImportWords words, Console console) {
        this.looked = looked;
        this.words = words;
        this.console = console;
    }

    void print() {
        FileLook look = looked.look();
        say(look.fileName() + ": " + look.format() + (look.recognisedAs() == null ? "" : ", " + look.recognisedAs())
                + (look.kind() == null ? "" : ", " + look.kind().code())
                + (look.role() == null ? "" : ", " + look.role().code()));
        look.parts().forEach(part -> say((part.chosen() ? "  * " : "    ") + part.name()));
        layout(look);
        rows(look);
        fields(look);
        crs(look.crs());
        look.notes().forEach((code, value) -> say("  " + both("note." + code, Map.of("value", value))));
        FileCheck check = looked.check();
        if (check != null) {
            check(check);
        }
        FileLook.Blocking blocking = looked.blocking();
        if (blocking != null) {
            console.err().println(look.fileName() + ": " + blocking.code());
            for (Locale language : List.of(Texts.SWEDISH, Texts.ENGLISH)) {
                console.err()
                        .println("  " + words.reason(blocking.code(), blocking.args(), language) + " "
                                + words.remedy(blocking.code(), blocking.args(), language));
            }
        }
    }

    private void layout(FileLook look) {
        FileLook.Encoding encoding = look.encoding();
        if (encoding != null) {
            say("  teckenkodning/encoding: " + encoding.name() + (encoding.certain() ? "" : " (?)"));
        }
        Character separator = look.separator();
        if (separator != null) {
            say("  avgränsare/separator: " + (separator == '\t' ? "tab" : separator));
        }
        if (look.headingLine() != null) {
            say("  rubrikrad/heading line: " + look.headingLine());
        }
    }

    private void rows(FileLook look) {
        look.firstRows().stream()
                .limit(ROWS)
                .forEach(row -> say("  " + row.line() + ": "
                        + row.cells().stream().map(LookReport::cut).collect(Collectors.joining(" | "))));
    }

    private void fields(FileLook look) {
        String mapped = look.fields().stream()
                .filter(field -> field.column() != null)
                .map(field -> field.name() + "=" + field.column())
                .collect(Collectors.joining(", "));
        say("  kolumner/columns: " + mapped);
    }

    private void crs(FileLook.@Nullable CrsLook crs) {
        if (crs == null) {
            return;
        }
        if (crs.chosen() != null && crs.why() != null) {
            say("  " + crs.chosen() + (crs.swapped() ? " (norr/north, öst/east)" : "") + ": "
                    + both(crs.why(), Map.of()));
            return;
        }
        for (FileLook.CrsProposal proposal : crs.proposals()) {
            boolean placed = proposal.lon().length > 0;
            say("  ? " + proposal.crs()
                    + (placed ? " → lon " + proposal.lon()[0] + ", lat " + proposal.lat()[0] : "") + ": "
                    + both(proposal.why(), Map.of()));
        }
    }

    private void check(FileCheck check) {
        say((check.complete() ? "" : "  de första/the first ") + check.rows() + " = " + check.placed() + " + "
                + check.uncertain() + " + " + check.rejected() + " (in = placed + uncertain + rejected)"
                + (check.waiting() > 0 ? ", waiting " + check.waiting() : ""));
        new TreeMap<>(check.countByCode()).forEach((code, count) -> say("  " + count + " × " + code));
        check.unknownTypes().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(TYPES)
                .forEach(type -> say("  okänd typ/unknown type: " + type.getKey() + " (" + type.getValue() + ")"));
        for (FileCheck.Found found : check.problems()) {
            say("  rad/line " + found.problem().line() + " " + found.problem().field() + " '"
                    + found.problem().value() + "' " + found.problem().code() + ": "
                    + both(found.problem().code(), found.problem().args()));
        }
    }

    private String both(String code, Map<String, Object> args) {
        return words.reason(code, args, Texts.SWEDISH) + " " + words.reason(code, args, Texts.ENGLISH);
    }

    private void say(String line) {
        console.out().println(line);
    }

    private static String cut(String cell) {
        return cell.length() <= LONGEST_CELL ? cell : cell.substring(0, LONGEST_CELL) + "…";
    }
}
