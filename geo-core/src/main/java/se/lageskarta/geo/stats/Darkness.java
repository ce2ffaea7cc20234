package se.lageskarta.geo.stats;

import java.time.ZoneId;
import java.util.OptionalDouble;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.TimeSpan;

/**
 * Whether it was dark: the sun's centre more than 6° below the horizon, the end of civil twilight, when
 * street lighting is needed to see a person. Formula of the NOAA solar calculator (after Meeus 1991,
 * Astronomical Algorithms), without refraction; within 0.1° from 1950 to 2100.
 */
public final class Darkness {
    /** Degrees of the sun's centre below which it counts as dark. */
    public static final double DARK_BELOW_DEGREES = -6;

    private final double lon;
    private final double lat;
    private final ZoneId zone;

    private Darkness(double lon, double lat, ZoneId zone) {
        this.lon = lon;
        this.lat = lat;
        this.zone = zone;
    }

    /**
     * @param lon degrees east, −180 to 180
     * @param lat degrees north, −90 to 90
     * @param zone whose wall clock the incidents' times are, such as Europe/Stockholm
     */
    public static Darkness at(double lon, double lat, ZoneId zone) {
        if (!(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90)) {
            throw new IllegalArgumentException(
                    "lon, lat is " + lon + ", " + lat + ", but must be within -180 to 180 and -90 to 90");
        }
        return new Darkness(lon, lat, zone);
    }

    /** Share of the incidents with known hour that happened in the dark; empty when fewer than 20 have one. */
    public OptionalDouble share(Incidents incidents, int[] rows) {
        int known = 0;
        int dark = 0;
        for (int row : rows) {
            int from = incidents.fromMinute()[row];
            int to = incidents.toMinute()[row];
            if (from != TimeSpan.UNKNOWN_MINUTE && to - from <= 60) {
                known++;
                dark += isDark(from + (to - from) / 2) ? 1 : 0;
            }
        }
        return known < WeekHour.TOO_FEW ? OptionalDouble.empty() : OptionalDouble.of((double) dark / known);
    }

    /** True when the sun is more than 6° below the horizon at a wall-clock minute. */
    public boolean isDark(int wallClockMinute) {
        return sunDegrees(TimeSpan.timeOf(wallClockMinute).atZone(zone).toEpochSecond()) < DARK_BELOW_DEGREES;
    }

    /** Degrees of the sun's centre above the horizon, at a second since 1970-01-01T00:00 UTC. */
    public double sunDegrees(long epochSecond) {
        double century = (epochSecond / 86400.0 + 2440587.5 - 2451545) / 36525;
        double meanLongitude = Math.toRadians((280.46646 + century * (36000.76983 + century * 0.0003032)) % 360);
        double anomaly = Math.toRadians(357.52911 + century * (35999.05029 - 0.0001537 * century));
        double eccentricity = 0.016708634 - century * (0.000042037 + 0.0000001267 * century);
        double centre = Math.sin(anomaly) * (1.914602 - century * (0.004817 + 0.000014 * century))
                + Math.sin(2 * anomaly) * (0.019993 - 0.000101 * century)
                + Math.sin(3 * anomaly) * 0.000289;
        double node = Math.toRadians(125.04 - 1934.136 * century);
        double longitude = meanLongitude + Math.toRadians(centre - 0.00569 - 0.00478 * Math.sin(node));
        double obliquity = Math.toRadians(23
                + (26 + (21.448 - century * (46.815 + century * (0.00059 - century * 0.001813))) / 60) / 60
                + 0.00256 * Math.cos(node));
        double declination = Math.asin(Math.sin(obliquity) * Math.sin(longitude));
        double half = Math.pow(Math.tan(obliquity / 2), 2);
        double equationOfTimeMinutes = 4
                * Math.toDegrees(half * Math.sin(2 * meanLongitude)
                        - 2 * eccentricity * Math.sin(anomaly)
                        + 4 * eccentricity * half * Math.sin(anomaly) * Math.cos(2 * meanLongitude)
                        - 0.5 * half * half * Math.sin(4 * meanLongitude)
                        - 1.25 * eccentricity * eccentricity * Math.sin(2 * anomaly));
        double solarMinutes = Math.floorMod(epochSecond, 86400L) / 60.0 + equationOfTimeMinutes + 4 * lon;
        double hourAngle = Math.toRadians(solarMinutes / 4 - 180);
        double latitude = Math.toRadians(lat);
        return Math.toDegrees(Math.asin(Math.sin(latitude) * Math.sin(declination)
                + Math.cos(latitude) * Math.cos(declination) * Math.cos(hourAngle)));
    }
}
