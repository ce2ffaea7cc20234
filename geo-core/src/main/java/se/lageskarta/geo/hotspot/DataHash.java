package se.lageskarta.geo.hotspot;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafeReason;

/**
 * A 128-bit mark of a set of rows that does not depend on their order: each row is mixed into two 64-bit
 * numbers and these are added up. It tells equal data from changed data; it is no protection against someone
 * who wants two sets to look equal. Numbers given by the database take no part, so that the same file gives
 * the same mark everywhere.
 */
public final class DataHash {
    private long low;
    private long high;
    private int rows;

    /** The mark of incidents: place, time span, type and weight count. O(n). */
    public static String of(Incidents incidents) {
        DataHash hash = new DataHash();
        long[] types = new long[incidents.types().size()];
        for (int t = 0; t < types.length; t++) {
            types[t] = ofText(incidents.types().get(t));
        }
        for (int i = 0; i < incidents.size(); i++) {
            long mixed = mix(Double.doubleToLongBits(incidents.x()[i]));
            mixed = mix(mixed ^ Double.doubleToLongBits(incidents.y()[i]));
            mixed = mix(
                    mixed ^ ((long) incidents.fromMinute()[i] << 32 | incidents.toMinute()[i] & 0xffffffffL));
            mixed = mix(mixed ^ types[incidents.typeIndex()[i]]);
            hash.add(mix(mixed ^ Float.floatToIntBits(incidents.weight()[i])));
        }
        return hash.text();
    }

    /** The mark of survey marks: place, respondent, severity, day and reasons count. O(n). */
    public static String of(List<UnsafePlace> marks) {
        DataHash hash = new DataHash();
        for (UnsafePlace mark : marks) {
            long mixed = mix(Double.doubleToLongBits(mark.x()));
            mixed = mix(mixed ^ Double.doubleToLongBits(mark.y()));
            mixed = mix(mixed ^ mark.respondent());
            mixed = mix(mixed ^ Double.doubleToLongBits(mark.severity()));
            LocalDate day = mark.day();
            mixed = mix(mixed ^ (day == null ? Long.MIN_VALUE : day.toEpochDay()));
            long reasons = 0;
            for (UnsafeReason reason : mark.reasons()) {
                reasons |= 1L << reason.ordinal();
            }
            hash.add(mix(mixed ^ reasons));
        }
        return hash.text();
    }

    private void add(long row) {
        low += row;
        high += mix(row ^ 0x9E3779B97F4A7C15L);
        rows++;
    }

    private String text() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(mix(high ^ rows)) + hex.toHexDigits(mix(low ^ rows));
    }

    /** Finaliser of SplitMix64 (Steele, Lea &amp; Flood 2014). */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    private static long ofText(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = mix(hash ^ text.charAt(i));
        }
        return hash;
    }
}
