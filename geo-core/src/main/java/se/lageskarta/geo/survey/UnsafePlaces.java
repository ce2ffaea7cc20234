package se.lageskarta.geo.survey;

import java.util.List;
import se.lageskarta.geo.crs.Crs;

/**
 * Marks of one or several survey waves in one coordinate system. Waves are small (hundreds to some
 * ten thousands), so rows stay objects; {@link #x()} and {@link #y()} give the columns algorithms want.
 *
 * @param crs the system of the coordinates, metres
 * @param marks ascending by id
 */
public record UnsafePlaces(Crs crs, List<UnsafePlace> marks) {
    public UnsafePlaces {
        marks = List.copyOf(marks);
    }

    public int size() {
        return marks.size();
    }

    /** Only the places felt to be unsafe. */
    public UnsafePlaces unsafeOnly() {
        return new UnsafePlaces(crs, marks.stream().filter(mark -> !mark.safe()).toList());
    }

    /** Metres east, one a mark; a new array. */
    public double[] x() {
        return marks.stream().mapToDouble(UnsafePlace::x).toArray();
    }

    /** Metres north, one a mark; a new array. */
    public double[] y() {
        return marks.stream().mapToDouble(UnsafePlace::y).toArray();
    }
}
