package se.lageskarta.geo.crs;

import org.jspecify.annotations.Nullable;

/**
 * Transverse Mercator by Krüger's series in the third flattening n to the sixth power, with Karney's exact
 * conformal latitude. Within 60 degrees of the central meridian the error is far below a millimetre; further
 * away rows become NaN, for there the series no longer holds.
 *
 * <p>Source: L. Krüger, Konforme Abbildung des Erdellipsoids in der Ebene (1912); C. F. F. Karney, Transverse
 * Mercator with an accuracy of a few nanometers, Journal of Geodesy 85 (2011), equations 7–9, 19–21, 35, 36.
 */
final class TransverseMercator implements Projection {
    private static final double SEMI_MAJOR_METRES = 6378137.0;
    private static final double GRS80_FLATTENING = 1 / 298.257222101;
    private static final double WGS84_FLATTENING = 1 / 298.257223563;
    private static final double MAX_DEGREES_FROM_MERIDIAN = 60;
    private static final int TERMS = 6;
    /** Central meridians of EPSG 3007 to 3018, degrees. */
    private static final double[] SWEREF_ZONE_MERIDIANS = {
        12, 13.5, 15, 16.5, 18, 14.25, 15.75, 17.25, 18.75, 20.25, 21.75, 23.25
    };

    private final Crs crs;
    private final double meridianDegrees;
    private final double scaledRadius;
    private final double falseEasting;
    private final double falseNorthing;
    private final double eccentricity;
    private final double[] alpha;
    private final double[] beta;

    private TransverseMercator(
            Crs crs,
            double flattening,
            double meridianDegrees,
            double scale,
            double falseEasting,
            double falseNorthing) {
        this.crs = crs;
        this.meridianDegrees = meridianDegrees;
        this.falseEasting = falseEasting;
        this.falseNorthing = falseNorthing;
        eccentricity = Math.sqrt(flattening * (2 - flattening));
        double n = flattening / (2 - flattening);
        double n2 = n * n;
        double rectifyingRadius = SEMI_MAJOR_METRES / (1 + n) * (1 + n2 / 4 + n2 * n2 / 64 + n2 * n2 * n2 / 256);
        scaledRadius = scale * rectifyingRadius;
        alpha = forwardSeries(n);
        beta = inverseSeries(n);
    }

    /** The system's projection, or null when it is not one of those computed here. */
    static @Nullable TransverseMercator ofOrNull(Crs crs) {
        int code = crs.epsg();
        if (code == 3006) {
            return new TransverseMercator(crs, GRS80_FLATTENING, 15, 0.9996, 500_000, 0);
        }
        if (code >= 3007 && code <= 3018) {
            return new TransverseMercator(crs, GRS80_FLATTENING, SWEREF_ZONE_MERIDIANS[code - 3007], 1, 150_000, 0);
        }
        if (code >= 32601 && code <= 32660) {
            return new TransverseMercator(crs, WGS84_FLATTENING, utmMeridian(code - 32600), 0.9996, 500_000, 0);
        }
        if (code >= 32701 && code <= 32760) {
            double south = 10_000_000;
            return new TransverseMercator(crs, WGS84_FLATTENING, utmMeridian(code - 32700), 0.9996, 500_000, south);
        }
        if (code >= 25828 && code <= 25838) {
            return new TransverseMercator(crs, GRS80_FLATTENING, utmMeridian(code - 25800), 0.9996, 500_000, 0);
        }
        return null;
    }

    private static double utmMeridian(int zone) {
        return zone * 6.0 - 183;
    }

    @Override
    public Crs crs() {
        return crs;
    }

    @Override
    public boolean isMetric() {
        return true;
    }

    @Override
    public void fromLonLat(double[] lon, double[] lat, int from, int to, double[] x, double[] y) {
        for (int i = from; i < to; i++) {
            double east = degreesFromMeridian(lon[i]);
            double north = lat[i];
            if (!(Math.abs(east) <= MAX_DEGREES_FROM_MERIDIAN && Math.abs(north) <= 90 && Math.abs(lon[i]) <= 180)) {
                x[i] = Double.NaN;
                y[i] = Double.NaN;
                continue;
            }
            double lambda = Math.toRadians(east);
            double tau = conformalTangent(Math.tan(Math.toRadians(north)));
            double cosLambda = Math.cos(lambda);
            double xi = Math.atan2(tau, cosLambda);
            double eta = asinh(Math.sin(lambda) / Math.sqrt(tau * tau + cosLambda * cosLambda));
            series(alpha, xi, eta, i, x, y, scaledRadius);
            x[i] = falseEasting + x[i];
            y[i] = falseNorthing + y[i];
        }
    }

    @Override
    public void toLonLat(double[] x, double[] y, int from, int to, double[] lon, double[] lat) {
        for (int i = from; i < to; i++) {
            double xi = (y[i] - falseNorthing) / scaledRadius;
            double eta = (x[i] - falseEasting) / scaledRadius;
            if (!(Math.abs(xi) <= Math.PI / 2 && Math.abs(eta) <= 1.3)) {
                lon[i] = Double.NaN;
                lat[i] = Double.NaN;
                continue;
            }
            series(beta, xi, eta, i, lon, lat, 1);
            double etaPrime = lon[i];
            double xiPrime = lat[i];
            double sinhEta = Math.sinh(etaPrime);
            double cosXi = Math.cos(xiPrime);
            double tauPrime = Math.sin(xiPrime) / Math.sqrt(sinhEta * sinhEta + cosXi * cosXi);
            double lambda = Math.toDegrees(Math.atan2(sinhEta, cosXi)) + meridianDegrees;
            lon[i] = lambda > 180 ? lambda - 360 : lambda < -180 ? lambda + 360 : lambda;
            lat[i] = Math.toDegrees(Math.atan(geographicTangent(tauPrime)));
        }
    }

    private double degreesFromMeridian(double lon) {
        double east = lon - meridianDegrees;
        return east > 180 ? east - 360 : east < -180 ? east + 360 : east;
    }

    /** ξ + Σ cᵢ sin 2iξ cosh 2iη into north, η + Σ cᵢ cos 2iξ sinh 2iη into east, by Clenshaw's recurrence. */
    private static void series(
            double[] c, double xi, double eta, int row, double[] east, double[] north, double radius) {
        double sin = Math.sin(2 * xi);
        double cos = Math.cos(2 * xi);
        double growing = Math.exp(2 * eta);
        double sinh = (growing - 1 / growing) / 2;
        double cosh = (growing + 1 / growing) / 2;
        // complex Clenshaw for sum c_i sin(2 i (xi + j eta)): u_i = c_i + 2 cos(2 zeta) u_(i+1) - u_(i+2)
        double re = 2 * cos * cosh;
        double im = -2 * sin * sinh;
        double u1Re = 0;
        double u1Im = 0;
        double u2Re = 0;
        double u2Im = 0;
        for (int i = TERMS - 1; i >= 0; i--) {
            double uRe = c[i] + re * u1Re - im * u1Im - u2Re;
            double uIm = re * u1Im + im * u1Re - u2Im;
            u2Re = u1Re;
            u2Im = u1Im;
            u1Re = uRe;
            u1Im = uIm;
        }
        double sinRe = sin * cosh;
        double sinIm = cos * sinh;
        north[row] = radius * (xi + sinRe * u1Re - sinIm * u1Im);
        east[row] = radius * (eta + sinRe * u1Im + sinIm * u1Re);
    }

    /** Tangent of the conformal latitude (Karney 2011, equations 7 to 9). */
    private double conformalTangent(double tau) {
        double secant = Math.sqrt(1 + tau * tau);
        double sigma = Math.sinh(eccentricity * atanh(eccentricity * tau / secant));
        return tau * Math.sqrt(1 + sigma * sigma) - sigma * secant;
    }

    /** Tangent of the geographic latitude by Newton's method (Karney 2011, equations 19 to 21): two or three steps. */
    private double geographicTangent(double tauPrime) {
        double e2m = 1 - eccentricity * eccentricity;
        double tau = tauPrime / e2m;
        for (int step = 0; step < 6; step++) {
            double guess = conformalTangent(tau);
            double delta = (tauPrime - guess)
                    / Math.sqrt(1 + guess * guess)
                    * (1 + e2m * tau * tau)
                    / (e2m * Math.sqrt(1 + tau * tau));
            tau += delta;
            if (!(Math.abs(delta) > 1e-13 * Math.max(1, Math.abs(tau)))) {
                break;
            }
        }
        return tau;
    }

    private static double asinh(double value) {
        double size = Math.abs(value);
        return Math.copySign(Math.log1p(size + size * size / (1 + Math.sqrt(size * size + 1))), value);
    }

    private static double atanh(double value) {
        return 0.5 * Math.log1p(2 * value / (1 - value));
    }

    private static double[] forwardSeries(double n) {
        return new double[] {
            polynomial(n, 1, 1 / 2.0, -2 / 3.0, 5 / 16.0, 41 / 180.0, -127 / 288.0, 7891 / 37800.0),
            polynomial(n, 2, 13 / 48.0, -3 / 5.0, 557 / 1440.0, 281 / 630.0, -1983433 / 1935360.0),
            polynomial(n, 3, 61 / 240.0, -103 / 140.0, 15061 / 26880.0, 167603 / 181440.0),
            polynomial(n, 4, 49561 / 161280.0, -179 / 168.0, 6601661 / 7257600.0),
            polynomial(n, 5, 34729 / 80640.0, -3418889 / 1995840.0),
            polynomial(n, 6, 212378941 / 319334400.0)
        };
    }

    private static double[] inverseSeries(double n) {
        double[] published = {
            polynomial(n, 1, 1 / 2.0, -2 / 3.0, 37 / 96.0, -1 / 360.0, -81 / 512.0, 96199 / 604800.0),
            polynomial(n, 2, 1 / 48.0, 1 / 15.0, -437 / 1440.0, 46 / 105.0, -1118711 / 3870720.0),
            polynomial(n, 3, 17 / 480.0, -37 / 840.0, -209 / 4480.0, 5569 / 90720.0),
            polynomial(n, 4, 4397 / 161280.0, -11 / 504.0, -830251 / 7257600.0),
            polynomial(n, 5, 4583 / 161280.0, -108847 / 3991680.0),
            polynomial(n, 6, 20648693 / 638668800.0)
        };
        // the inverse subtracts its series: the sign is kept in the coefficients
        for (int i = 0; i < published.length; i++) {
            published[i] = -published[i];
        }
        return published;
    }

    private static double polynomial(double n, int power, double... coefficients) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * n + coefficients[i];
        }
        return sum * Math.pow(n, power);
    }
}
