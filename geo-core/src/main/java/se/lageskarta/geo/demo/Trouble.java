package se.lageskarta.geo.demo;

import java.time.LocalDate;
import java.util.List;
import se.lageskarta.geo.demo.PlantedHotspot.Trend;

/**
 * A place in town where things go wrong more often than elsewhere.
 *
 * @param name Swedish
 * @param u metres east of the town square
 * @param v metres north of the town square
 * @param spreadMetres standard deviation of its incidents
 * @param trend how it develops
 * @param types taxonomy codes, repeated by how common they are
 * @param rhythm when
 * @param year2024 incidents in 2024
 * @param year2025 incidents in 2025
 * @param year2026 incidents in January to October 2026
 * @param since first day it shows
 */
record Trouble(
        String name,
        double u,
        double v,
        double spreadMetres,
        Trend trend,
        List<String> types,
        Rhythm rhythm,
        int year2024,
        int year2025,
        int year2026,
        LocalDate since) {
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

    static final List<Trouble> PLANTED = List.of(
            of(
                    "Resecentrum",
                    95,
                    -408,
                    24,
                    Trend.STEADY,
                    "CYK CYK MIS HOT ORD ORD NAR ALK STO KLO RAN",
                    Rhythm.EVENING,
                    70,
                    72,
                    62),
            of(
                    "Stora torget och krogarna",
                    20,
                    30,
                    30,
                    Trend.STEADY,
                    "MIS MIS ORD ORD ORD HOT ALK SKA SEX",
                    Rhythm.NIGHT_OUT,
                    54,
                    56,
                    47),
            of(
                    "Handelsområdets parkering",
                    2060,
                    430,
                    34,
                    Trend.STEADY,
                    "STO STO STO BIL BIL SKA",
                    Rhythm.SHOP_HOURS,
                    44,
                    46,
                    38),
            of(
                    "Ekbackens skola",
                    -765,
                    880,
                    28,
                    Trend.RISING,
                    "SKA SKA SKA KLO KLO BRA ORD",
                    Rhythm.SCHOOL_YARD,
                    10,
                    19,
                    38),
            of(
                    "Södra industriområdet",
                    1260,
                    -800,
                    36,
                    Trend.FADING,
                    "INF INF STO BIL SKA",
                    Rhythm.SMALL_HOURS,
                    44,
                    22,
                    7),
            of(
                    "Norrgårdens centrum",
                    -372,
                    1808,
                    28,
                    Trend.STEADY,
                    "NAR NAR ORD ORD SKA BRA HOT BUS",
                    Rhythm.EVENING,
                    44,
                    47,
                    40),
            of(
                    "Centralskolans cykelställ",
                    365,
                    -222,
                    18,
                    Trend.STEADY,
                    "CYK CYK CYK CYK SKA",
                    Rhythm.SCHOOL_DAY,
                    24,
                    25,
                    20),
            new Trouble(
                    "Sjöparken",
                    -945,
                    -1120,
                    22,
                    Trend.NEW,
                    List.of("SKA", "SKA", "BUS", "BUS", "ORD", "NED", "BRA"),
                    Rhythm.EVENING,
                    0,
                    0,
                    34,
                    LocalDate.of(2026, 8, 20)));

    private static Trouble of(
            String name,
            double u,
            double v,
            double spread,
            Trend trend,
            String types,
            Rhythm rhythm,
            int year2024,
            int year2025,
            int year2026) {
        return new Trouble(
                name, u, v, spread, trend, List.of(types.split(" ")), rhythm, year2024, year2025, year2026, FIRST_DAY);
    }

    /** Incidents in a year. */
    int count(int year) {
        return switch (year) {
            case 2024 -> year2024;
            case 2025 -> year2025;
            default -> year2026;
        };
    }

    int total() {
        return year2024 + year2025 + year2026;
    }
}
