package se.lageskarta.geo.crs;

/** EPSG:3857 in closed form. Not metric: its metres are stretched by 1/cos(latitude), 1.9 times in Herrljunga. */
final class SphericalMercator implements Projection {
    static final double RADIUS_METRES = 6378137.0;
    private static final double HALF_SIDE_METRES = Math.PI * RADIUS_METRES;

    @Override
    public Crs crs() {
        return Crs.WEB_MERCATOR;
    }

    @Override
    public boolean isMetric() {
        return false;
    }

    @Override
    public void toLonLat(double[] x, double[] y, int from, int to, double[] lon, double[] lat) {
        for (int i = from; i < to; i++) {
            double east = x[i];
            double north = y[i];
            boolean inSquare = Math.abs(east) <= HALF_SIDE_METRES && Double.isFinite(north);
            lon[i] = inSquare ? Math.toDegrees(east / RADIUS_METRES) : Double.NaN;
            lat[i] = inSquare ? Math.toDegrees(Math.atan(Math.sinh(north / RADIUS_METRES))) : Double.NaN;
        }
    }

    @Override
    public void fromLonLat(double[] lon, double[] lat, int from, int to, double[] x, double[] y) {
        for (int i = from; i < to; i++) {
            double east = lon[i];
            double north = lat[i];
            boolean expressible = Math.abs(east) <= 180 && Math.abs(north) < 90;
            x[i] = expressible ? Math.toRadians(east) * RADIUS_METRES : Double.NaN;
            y[i] = expressible ? RADIUS_METRES * asinh(Math.tan(Math.toRadians(north))) : Double.NaN;
        }
    }

    private static double asinh(double value) {
        double size = Math.abs(value);
        return Math.copySign(Math.log(size + Math.sqrt(size * size + 1)), value);
    }
}
