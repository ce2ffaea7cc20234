package se.lageskarta.geo.crs;

/** WGS 84 itself: nothing to compute, but places outside the globe become NaN. */
final class Geographic implements Projection {
    @Override
    public Crs crs() {
        return Crs.WGS84;
    }

    @Override
    public boolean isMetric() {
        return false;
    }

    @Override
    public void toLonLat(double[] x, double[] y, int from, int to, double[] lon, double[] lat) {
        for (int i = from; i < to; i++) {
            boolean onGlobe = Math.abs(x[i]) <= 180 && Math.abs(y[i]) <= 90;
            double north = y[i];
            lon[i] = onGlobe ? x[i] : Double.NaN;
            lat[i] = onGlobe ? north : Double.NaN;
        }
    }

    @Override
    public void fromLonLat(double[] lon, double[] lat, int from, int to, double[] x, double[] y) {
        toLonLat(lon, lat, from, to, x, y);
    }
}
