package se.lageskarta.geo.tile;

/**
 * One square of the Web Mercator pyramid (XYZ: y 0 is the northernmost).
 *
 * @param z zoom, 0 to {@link #MAX_ZOOM}
 * @param x column, 0 to 2<sup>z</sup> − 1
 * @param y row from the north, 0 to 2<sup>z</sup> − 1
 */
public record TileCoord(int z, int x, int y) {
    /** A tile of zoom 22 is 10 m wide: finer than any incident's position. */
    public static final int MAX_ZOOM = 22;

    public TileCoord {
        if (z < 0 || z > MAX_ZOOM) {
            throw new IllegalArgumentException("z is " + z + ", but must be 0 to " + MAX_ZOOM);
        }
        int last = (1 << z) - 1;
        if (x < 0 || x > last) {
            throw new IllegalArgumentException("x is " + x + ", but must be 0 to " + last + " at zoom " + z);
        }
        if (y < 0 || y > last) {
            throw new IllegalArgumentException("y is " + y + ", but must be 0 to " + last + " at zoom " + z);
        }
    }

    /** West edge as a part of the world's width, 0 to 1. */
    public double west() {
        return Math.scalb((double) x, -z);
    }

    /** North edge as a part of the world's height from the north, 0 to 1. */
    public double north() {
        return Math.scalb((double) y, -z);
    }

    /** Width and height as a part of the world's, 1 at zoom 0. */
    public double size() {
        return Math.scalb(1.0, -z);
    }

    /** The tile that holds this one, so many zooms above; the whole world when there are not as many. */
    public TileCoord parent(int zooms) {
        int up = Math.min(zooms, z);
        return new TileCoord(z - up, x >> up, y >> up);
    }

    @Override
    public String toString() {
        return z + "/" + x + "/" + y;
    }
}
