package se.lageskarta.geo.read;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafeReason;

/** A row that has been understood and waits for its place to be projected. Used again for another row. */
final class RowDraft {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    // what is stored of the source's own word for the type
    private static final int LONGEST_SOURCE_TYPE = 200;

    long line;
    long contentHash;
    /** Hash of the source's own number, 0 when it has none. */
    long idHash;

    private byte[] idBytes = new byte[2 * Long.BYTES];
    private int idLength;

    Fate fate = Fate.NOTED;
    PlacePrecision precision = PlacePrecision.ADDRESS;
    int fromMinute;
    int toMinute;
    String type = "";
    /** Hash of what stands for the type in the key. */
    long typeKey;

    String sourceType = "";
    double weight;
    double severity;
    double radius;
    long respondent;
    boolean safe;

    @Nullable
    Boolean dark;

    Set<UnsafeReason> reasons = Set.of();
    String name = "";
    String kind = "";
    Map<String, String> attributes = Map.of();

    @Nullable
    Geometry shape;

    /** Words that a person must say the place of; null when the place is known. */
    WrittenPlaces.@Nullable Asked asked;

    WaitingRow waitingRow(long key, WrittenPlaces.Asked words) {
        return new WaitingRow(key, words.written(), words.found().candidates(), time(), type, cut(sourceType), weight);
    }

    TimeSpan time() {
        return fromMinute == TimeSpan.UNKNOWN_MINUTE ? TimeSpan.UNKNOWN : new TimeSpan(fromMinute, toMinute);
    }

    void time(TimeSpan span) {
        fromMinute = span.fromMinute();
        toMinute = span.toMinute();
    }

    /** The source's own number as it is written. */
    String id() {
        return new String(idBytes, 0, idLength, StandardCharsets.UTF_8);
    }

    /** Takes down in a table what the row with this number says. */
    RowKeys.Seen note(RowNumbers numbers) {
        long start = RowNumbers.letters(idBytes, 0, idLength);
        long rest = RowNumbers.letters(idBytes, Long.BYTES, idLength - Long.BYTES);
        return numbers.note(idHash, idLength, start, rest, typeKey, contentHash);
    }

    boolean hasId() {
        return idLength > 0;
    }

    void noId() {
        idLength = 0;
        idHash = 0;
    }

    /** Takes the source's own number, which is not long. */
    void id(byte[] utf8, int from, int to) {
        idLength = to - from;
        if (idLength <= Long.BYTES && from + Long.BYTES <= utf8.length) {
            // most are as short as this
            TextHash.LONGS.set(idBytes, 0, (long) TextHash.LONGS.get(utf8, from));
            return;
        }
        if (idBytes.length < idLength) {
            idBytes = new byte[idLength];
        }
        System.arraycopy(utf8, from, idBytes, 0, idLength);
    }

    /**
     * Takes what a survey says besides place and time.
     *
     * @param safeHeading of the column that says safe or unsafe
     */
    void survey(TableRow row, String safeHeading) {
        String person = row.get(Field.RESPONDENT);
        respondent = person.isEmpty() ? 0 : RowKeys.hash(person) | 1;
        dark = SurveyWords.dark(row.get(Field.DARK));
        reasons = SurveyWords.reasons(row.get(Field.REASONS));
        Boolean answer = SurveyWords.yesOrNo(row.get(Field.SAFE));
        boolean asksUnsafe = SurveyWords.asksUnsafe(safeHeading);
        boolean saidSafe = Field.fold(row.get(Field.SAFE)).startsWith("trygg");
        safe = type.equals("TRY") || (answer == null ? saidSafe : answer != asksUnsafe);
    }

    void handOn(FilePlan plan, long key, double x, double y, double lon, double lat, RowSink sink) {
        switch (plan.kind()) {
            case INCIDENTS ->
                sink.incident(
                        line,
                        new Incident(0, 0, key, x, y, precision, time(), type, cut(sourceType), weight),
                        lon,
                        lat,
                        shape);
            case UNSAFE_PLACES ->
                sink.unsafePlace(
                        line,
                        new UnsafePlace(0, 0, key, x, y, radius, safe, severity, respondent, day(), dark, reasons),
                        lon,
                        lat);
            case BASE -> sink.base(line, base(plan, lon, lat));
        }
    }

    private BaseFeature base(FilePlan plan, double lon, double lat) {
        BaseRole role = plan.role();
        if (role == null) {
            throw new IllegalStateException("a plan of kind base has no role");
        }
        Geometry geometry = shape == null ? GEOMETRIES.createPoint(new Coordinate(lon, lat)) : shape;
        return new BaseFeature(role, kind, name, geometry, attributes);
    }

    private @Nullable LocalDate day() {
        return fromMinute == TimeSpan.UNKNOWN_MINUTE
                ? null
                : TimeSpan.timeOf(fromMinute).toLocalDate();
    }

    /** As much of the source's own word for a type as is stored. */
    static String cut(String text) {
        return text.length() <= LONGEST_SOURCE_TYPE ? text : text.substring(0, LONGEST_SOURCE_TYPE);
    }
}
