package se.lageskarta.geo.fuzz;

import java.io.IOException;

/** What the fuzzer calls, again and again; the target is the system property {@code fuzz.target}. */
public final class FuzzEntry {
    private static final FuzzTarget TARGET = FuzzTarget.valueOf(System.getProperty("fuzz.target", "CSV"));

    private FuzzEntry() {}

    /** Loads what well-formed inputs need, so that only the inputs themselves are timed. */
    public static void fuzzerInitialize() throws IOException {
        for (byte[] seed : TARGET.seeds()) {
            TARGET.give(seed);
        }
    }

    /** One input. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        TARGET.give(input);
    }
}
