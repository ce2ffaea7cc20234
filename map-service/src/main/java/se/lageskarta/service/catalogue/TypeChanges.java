package se.lageskarta.service.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.read.SourceTypes;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/**
 * Finds out what a file of types changes, line by line. A type that the file lacks stays as it is: it is ended by saying
 * that it is no longer used. Changes nothing itself; used once.
 */
final class TypeChanges {
    /** What a cell may say of a type's kind, as it is compared. */
    private static final Map<String, IncidentKind> KINDS = new HashMap<>();

    private static final Map<String, Boolean> YES_OR_NO = Map.of(
            "", false, "nej", false, "no", false, "false", false, "0", false, "ja", true, "yes", true, "true", true,
            "1", true);

    static {
        KINDS.put("brott", IncidentKind.CRIME);
        KINDS.put("storning", IncidentKind.DISORDER);
        KINDS.put("storningochbrist", IncidentKind.DISORDER);
        KINDS.put("upplevelse", IncidentKind.PERCEIVED);
        KINDS.put("ovrigt", IncidentKind.OTHER);
        for (IncidentKind kind : IncidentKind.values()) {
            KINDS.put(SourceTypes.fold(kind.code()), kind);
        }
    }

    private final Map<String, IncidentType> present = new HashMap<>();
    private final IncidentTypes types;
    private final List<CodeChange.OfType> changes = new ArrayList<>();
    private final List<LineFault> faults = new ArrayList<>();
    private final Map<String, Long> lineOfCode = new HashMap<>();
    private int unchanged;

    /** @param own types as they have been saved here, read in the transaction that changes them */
    TypeChanges(List<IncidentType> own, IncidentTypes types) {
        this.types = types;
        types.shipped().forEach(type -> present.put(type.code(), type));
        own.forEach(type -> present.put(type.code(), type));
    }

    /** The Swedish word of a kind in the table. */
    static String wordOf(IncidentKind kind) {
        return switch (kind) {
            case CRIME -> "brott";
            case DISORDER -> "störning";
            case PERCEIVED -> "upplevelse";
            case OTHER -> "övrigt";
        };
    }

    TypeChanges read(CodeFile file) {
        file.lines().forEach(this::take);
        return this;
    }

    List<CodeChange.OfType> changes() {
        return changes;
    }

    List<LineFault> faults() {
        return faults;
    }

    /** Types that are described as they are now. */
    int unchanged() {
        return unchanged;
    }

    private void take(CodeFile.Line line) {
        String code = line.cell(CodeColumn.CODE).toUpperCase(Locale.ROOT);
        Long before = lineOfCode.putIfAbsent(code, line.number());
        if (before != null) {
            faults.add(LineFault.of(line, CodeColumn.CODE, "codes.type-twice", before));
            return;
        }
        IncidentType now = present.get(code);
        try {
            IncidentType after = read(line, code, now);
            if (after != null) {
                compare(line, now, after);
            }
        } catch (RefusedRequestException refused) {
            refused.faults()
                    .forEach(fault ->
                            faults.add(new LineFault(line.number(), columnOf(fault.field()), told(line, fault))));
        }
    }

    /** @return null when something is wrong that only a file can say, and then faults tell what */
    private @Nullable IncidentType read(CodeFile.Line line, String code, @Nullable IncidentType now) {
        String letter = line.cell(CodeColumn.CLASS).toUpperCase(Locale.ROOT);
        Boolean retired = YES_OR_NO.get(SourceTypes.fold(line.cell(CodeColumn.RETIRED)));
        String saidKind = line.cell(CodeColumn.KIND);
        IncidentKind kind = KINDS.get(SourceTypes.fold(saidKind));
        if (retired == null) {
            faults.add(LineFault.of(line, CodeColumn.RETIRED, "codes.yes-or-no"));
            return null;
        }
        String colour = line.cell(CodeColumn.COLOUR);
        SentType sent = new SentType(
                code,
                letter,
                line.cell(CodeColumn.NAME_SV),
                line.cell(CodeColumn.NAME_EN),
                colour.isEmpty() && now != null ? now.colour() : colour,
                kind == null ? saidKind : kind.code(),
                line.cells().containsKey(CodeColumn.LIKE)
                        ? line.cell(CodeColumn.LIKE).toUpperCase(Locale.ROOT)
                        : null,
                line.cells().containsKey(CodeColumn.RETIRED) || now == null ? retired : Boolean.valueOf(now.retired()));
        return now == null ? sent.read(types.undescribed(sent.newCode(), letter), types) : sent.read(now, types);
    }

    private void compare(CodeFile.Line line, @Nullable IncidentType now, IncidentType after) {
        if (now != null && after.equals(now.nextAsItIs())) {
            unchanged++;
            return;
        }
        boolean ended = now != null && after.retired() && !now.retired();
        CodeChange change = now == null ? CodeChange.NEW : ended ? CodeChange.REMOVED : CodeChange.CHANGED;
        changes.add(new CodeChange.OfType(change, List.of(line.number()), now, after));
    }

    /** What was written, rather than what it was read as. */
    private static FieldFault told(CodeFile.Line line, FieldFault fault) {
        CodeColumn column = columnOf(fault.field());
        return new FieldFault(column.heading(), line.cell(column), fault.code(), fault.arguments());
    }

    private static CodeColumn columnOf(String field) {
        return switch (field) {
            case "class" -> CodeColumn.CLASS;
            case "nameSv" -> CodeColumn.NAME_SV;
            case "nameEn" -> CodeColumn.NAME_EN;
            case "colour" -> CodeColumn.COLOUR;
            case "kind" -> CodeColumn.KIND;
            case "like" -> CodeColumn.LIKE;
            case "retired" -> CodeColumn.RETIRED;
            default -> CodeColumn.CODE;
        };
    }
}
