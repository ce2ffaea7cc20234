package se.lageskarta.service.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/** What somebody writes about a type; the code counts only when one is added. */
record SentType(
        @Nullable String code,

        @com.fasterxml.jackson.annotation.JsonProperty("class") @Nullable
        String typeClass,

        @Nullable String nameSv,
        @Nullable String nameEn,
        @Nullable String colour,
        @Nullable String kind,
        @Nullable String like,
        @Nullable Boolean retired) {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,10}");
    private static final Pattern CLASS = Pattern.compile("[A-F]");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final int LONGEST_NAME = 80;
    /** WCAG 2.2 criterion 1.4.11: a mark on the light map. */
    private static final double LEAST_CONTRAST = 3;
    /** Unknown words and marks of surveys are given these: without them nothing could be read in. */
    private static final Set<String> NEEDED = Set.of("OVR", "OTR", "TRY");

    private static final Set<String> FELT = Set.of("OTR", "TRY");

    String newCode() {
        String wanted = Objects.requireNonNullElse(code, "").strip();
        if (!CODE.matcher(wanted).matches()) {
            throw new RefusedRequestException(422, List.of(FieldFault.of("code", wanted, "type.code")));
        }
        return wanted;
    }

    /**
     * @param otherwise the type as it is; for a new one, of the kind that it has when its writer says nothing about it
     * @param types which it may be like
     * @throws RefusedRequestException naming every field that cannot be accepted
     */
    IncidentType read(IncidentType otherwise, IncidentTypes types) {
        String code = otherwise.code();
        List<FieldFault> faults = new ArrayList<>();
        String letter = Objects.requireNonNullElse(typeClass, "").strip();
        if (!CLASS.matcher(letter).matches()) {
            faults.add(FieldFault.of("class", letter, "type.class"));
        }
        String sv = name("nameSv", nameSv, faults);
        String en = nameEn == null || nameEn.isBlank() ? sv : name("nameEn", nameEn, faults);
        String drawn = Objects.requireNonNullElse(colour, "").strip().toLowerCase(java.util.Locale.ROOT);
        if (!COLOUR.matcher(drawn).matches()) {
            faults.add(FieldFault.of("colour", drawn, "type.colour"));
        } else if (contrastToWhite(drawn) < LEAST_CONTRAST) {
            faults.add(FieldFault.of("colour", drawn, "type.colour-light"));
        }
        IncidentKind said = kind == null || kind.isBlank()
                ? otherwise.kind()
                : IncidentKind.named(kind.strip()).orElse(null);
        if (said == null) {
            faults.add(FieldFault.of("kind", Objects.requireNonNullElse(kind, ""), "type.kind"));
        } else if (!mayBe(code, said)) {
            faults.add(FieldFault.of("kind", said.code(), "type.kind-fixed", code));
        }
        String similar = like == null ? otherwise.like() : like.strip();
        if (!similar.isEmpty() && (similar.equals(code) || !types.standsForItself(similar))) {
            faults.add(FieldFault.of("like", similar, "type.like"));
        }
        boolean over = Boolean.TRUE.equals(retired);
        if (over && NEEDED.contains(code)) {
            faults.add(FieldFault.of("retired", "true", "type.needed", code));
        }
        if (said == null || !faults.isEmpty()) {
            throw new RefusedRequestException(422, faults);
        }
        return new IncidentType(code, letter, sv, en, drawn, said, similar, over, otherwise.version() + 1);
    }

    /** What people feel about a place never becomes a crime. */
    private static boolean mayBe(String code, IncidentKind kind) {
        return !FELT.contains(code) || kind == IncidentKind.PERCEIVED;
    }

    private static String name(String field, @Nullable String sent, List<FieldFault> faults) {
        String name = Objects.requireNonNullElse(sent, "").strip();
        boolean odd = name.chars().anyMatch(c -> c < ' ');
        if (name.isEmpty() || name.length() > LONGEST_NAME || odd) {
            faults.add(FieldFault.of(field, name, "type.name", LONGEST_NAME));
        }
        return name;
    }

    /** WCAG 2.2, contrast ratio. */
    private static double contrastToWhite(String colour) {
        double luminance = 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
        return 1.05 / (luminance + 0.05);
    }

    private static double linear(String colour, int at) {
        double part = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
