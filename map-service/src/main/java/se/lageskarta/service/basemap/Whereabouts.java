package se.lageskarta.service.basemap;

/**
 * Where a place lies when nothing close by lends it a name: which way from the nearest name there is.
 *
 * @param sv Swedish, such as {@code norr om Östanby}
 * @param en English, such as {@code north of Östanby}
 */
public record Whereabouts(String sv, String en) {
    private static final String[] SWEDISH = {
        "norr om", "nordost om", "öster om", "sydost om", "söder om", "sydväst om", "väster om", "nordväst om"
    };
    private static final String[] ENGLISH = {
        "north of", "north-east of", "east of", "south-east of", "south of", "south-west of", "west of", "north-west of"
    };
    private static final double SECTOR = 2 * Math.PI / SWEDISH.length;

    /** The place is called so itself. */
    static Whereabouts at(String name) {
        return new Whereabouts(name, name);
    }

    /**
     * @param east metres from the name to the place
     * @param north metres from the name to the place
     */
    static Whereabouts from(String name, double east, double north) {
        int sector = Math.floorMod(Math.round(Math.atan2(east, north) / SECTOR), SWEDISH.length);
        return new Whereabouts(SWEDISH[sector] + " " + name, ENGLISH[sector] + " " + name);
    }
}
