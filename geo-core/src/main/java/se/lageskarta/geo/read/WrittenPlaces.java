package se.lageskarta.geo.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.geo.crs.WorkingCrs;
import se.lageskarta.geo.geocode.FoundPlace;
import se.lageskarta.geo.geocode.FoundPlaces;
import se.lageskarta.geo.geocode.PlaceFinder;
import se.lageskarta.geo.geocode.WrittenPlace;

/** Places that rows tell in words, and where they are: what the same words have meant before in the file is remembered. */
final class WrittenPlaces {
    /** Of a file without any coordinates: places are found as longitude and latitude. */
    static final CrsChoice CRS = new CrsChoice(Crs.WGS84, false, "crs.from-places");

    /** Different places remembered; a file tells few more than a municipality has. */
    private static final int MOST_REMEMBERED = 20_000;
    /** What people write when they mean nothing, folded. */
    private static final Set<String> NOTHING = Set.of(
            "",
            "okand",
            "okant",
            "saknas",
            "na",
            "null",
            "none",
            "ejangiven",
            "ejangivet",
            "ejkand",
            "ejkant",
            "vetej",
            "uppgiftsaknas",
            "adresssaknas",
            "unknown",
            "nolocation",
            "x",
            "xx",
            "xxx");

    private final PlaceFinder finder;
    private final TextEncoding encoding;
    private final boolean read;
    private final Map<WrittenPlace, FoundPlaces> known = new HashMap<>();

    WrittenPlaces(FilePlan plan) {
        finder = plan.recognised().options.places();
        encoding = plan.recognised().encoding;
        read = areReadFor(plan.kind())
                && canBeFound(plan.recognised().options)
                && !plan.snapped()
                && plan.recognised().shape.hasWords();
    }

    /** Features of the background map have shapes. */
    static boolean areReadFor(FileKind kind) {
        return kind != FileKind.BASE;
    }

    static boolean canBeFound(ReadOptions options) {
        return options.places().middle() != null;
    }

    /** Where the rows of a file without any coordinates go. */
    static Placing placing(ReadOptions options) {
        LonLat middle = options.places().middle();
        if (middle == null) {
            throw new IllegalStateException("no place is known to find words in");
        }
        Crs working = WorkingCrs.choose(Crs.WGS84, middle.lon(), middle.lat());
        double[] there = Projection.of(working).fromLonLat(middle.lon(), middle.lat());
        return new Placing(working, new Whereabouts(there[0], there[1], Whereabouts.FAR_METRES));
    }

    /** True when rows without coordinates are looked up by their words. */
    boolean areRead() {
        return read;
    }

    WrittenPlace of(TableRow row) {
        String crossing = text(row, Field.CROSSING);
        String place = (text(row, Field.PLACE) + " " + text(row, Field.HOUSE_NUMBER)).strip();
        String locality = text(row, Field.LOCALITY);
        String property = text(row, Field.PROPERTY);
        String text = place.isEmpty() ? crossing : crossing.isEmpty() ? place : place + " / " + crossing;
        return text.isEmpty() && property.isEmpty()
                ? new WrittenPlace(locality, "", "")
                : new WrittenPlace(text, locality, property);
    }

    /** What the words of a place are to a feature of the background map. */
    static String nameIn(TableRow row) {
        String address = (row.get(Field.PLACE) + " " + row.get(Field.HOUSE_NUMBER)).strip();
        return address.isEmpty() ? row.get(Field.PROPERTY) : address;
    }

    FoundPlaces find(WrittenPlace written) {
        FoundPlaces found = known.get(written);
        if (found == null) {
            found = finder.find(written);
            if (known.size() < MOST_REMEMBERED) {
                known.put(written, found);
            }
        }
        return found;
    }

    /** Anywhere among the places, in the file's system: for rows whose place must be settled first. */
    double[] somewhere(Projection source) {
        LonLat middle = finder.middle();
        return middle == null ? new double[] {Double.NaN, Double.NaN} : source.fromLonLat(middle.lon(), middle.lat());
    }

    /** The words as a person would read them. */
    static String spoken(WrittenPlace written) {
        StringBuilder spoken = new StringBuilder(written.text());
        for (String more : new String[] {written.locality(), written.property()}) {
            if (!more.isEmpty()) {
                spoken.append(spoken.isEmpty() ? "" : ", ").append(more);
            }
        }
        return spoken.toString();
    }

    /** Words whose meaning is asked for. */
    record Asked(WrittenPlace written, FoundPlaces found) {}

    private String text(TableRow row, Field field) {
        @Nullable String text = row.has(field) ? row.get(field) : null;
        if (text == null || NOTHING.contains(Field.fold(text)) && !hasDigit(text)) {
            return "";
        }
        return encoding.repaired(text);
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    /** True when a place is farther from the others of the file than places are. */
    static boolean isFar(FoundPlace place, FilePlan plan, Projection working) {
        double[] there = working.fromLonLat(place.lon(), place.lat());
        return plan.recognised().whereabouts.farKilometres(there[0], there[1]) > 0;
    }
}
