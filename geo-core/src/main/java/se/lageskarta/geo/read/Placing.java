package se.lageskarta.geo.read;

import java.util.Map;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.crs.WorkingCrs;

/**
 * Where the rows go.
 *
 * @param working system they are handed on in
 */
record Placing(Crs working, Whereabouts whereabouts) {
    static Placing of(CrsChoice choice, PlaceSample sample) throws UnreadableFileException {
        double[] east = choice.swapped() ? sample.seconds() : sample.firsts();
        double[] north = choice.swapped() ? sample.firsts() : sample.seconds();
        double[] lon = new double[east.length];
        double[] lat = new double[east.length];
        Projection.of(choice.crs()).toLonLat(east, north, 0, east.length, lon, lat);
        for (int i = 0; i < lon.length; i++) {
            if (!Whereabouts.isValid(choice.crs(), lon[i], lat[i]) || (east[i] == 0 && north[i] == 0)) {
                lon[i] = Double.NaN;
                lat[i] = Double.NaN;
            }
        }
        double centreLon = Whereabouts.median(lon);
        double centreLat = Whereabouts.median(lat);
        if (Double.isNaN(centreLon)) {
            throw new UnreadableFileException(
                    "file.nothing-placed", Map.of("crs", choice.crs().toString()));
        }
        Crs working = WorkingCrs.choose(choice.crs(), centreLon, centreLat);
        Projection.of(working).fromLonLat(lon, lat, 0, lon.length, lon, lat);
        return new Placing(working, Whereabouts.of(lon, lat));
    }
}
