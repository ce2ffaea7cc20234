package se.lageskarta.service.pictures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.hotspot.Evidence;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.stats.EvidenceStream;
import se.lageskarta.geo.stats.FourField;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafePlaces;
import se.lageskarta.service.evidence.Mask;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.hotspots.PlacedHotspot;
import se.lageskarta.service.web.Texts;

/**
 * Recorded crime and perceived unsafety side by side (fyrfält), never added: where both are high, one, or neither.
 *
 * <p>A place is high in the stream that made it a hotspot. In the other it is high when a hotspot of that stream overlaps it, or
 * when that stream is among the densest tenth within 100 m of its middle with enough behind it ({@link EvidenceStream}).
 *
 * @param status ok, or too-few when one of the streams cannot say what high is
 * @param crimes incidents that have a place
 * @param marks marks of unsafe places
 * @param leastCrimes fewer within 100 m are not high
 * @param leastPeople fewer within 100 m are not high
 * @param fields in the order high-high, high-low, low-high
 */
record FourFields(String status, int crimes, int marks, int leastCrimes, int leastPeople, List<Field> fields) {
    private static final int LEAST_CRIMES = 30;
    private static final int LEAST_MARKS = 10;
    private static final int LEAST_PEOPLE = 3;

    FourFields {
        fields = List.copyOf(fields);
    }

    /** One field with what it calls for. */
    record Field(String code, String sv, String en, List<Here> places) {
        Field {
            places = List.copyOf(places);
        }
    }

    /** A place in a field; {@code crimes} and {@code people} are those within 100 m of its middle, null when hidden. */
    record Here(
            long spot,
            String name,
            String stream,
            @Nullable Integer crimes,
            @Nullable Integer people) {}

    static FourFields of(Question question, List<MonthSpots.Known> known, Texts texts) {
        List<Incidents> placed = question.placedIncidents();
        List<UnsafePlaces> unsafe = question.unsafePlaces().stream()
                .map(UnsafePlaces::unsafeOnly)
                .filter(set -> set.size() > 0)
                .toList();
        int crimes = placed.stream().mapToInt(Incidents::size).sum();
        int marks = unsafe.stream().mapToInt(UnsafePlaces::size).sum();
        int least = EvidenceStream.leastCrimes(
                placed.stream().mapToInt(Incidents::size).max().orElse(0));
        boolean enough = crimes >= LEAST_CRIMES && marks >= LEAST_MARKS;
        Map<Crs, EvidenceStream> crime = new LinkedHashMap<>();
        Map<Crs, EvidenceStream> unsafety = new LinkedHashMap<>();
        if (enough) {
            // what high is takes a look at every cell: not where nothing comes of it
            placed.forEach(set -> crime.put(set.crs(), stream(set, EvidenceStream.leastCrimes(set.size()))));
            unsafe.forEach(set -> unsafety.put(set.crs(), stream(set)));
        }
        return new FourFields(
                enough ? "ok" : "too-few",
                crimes,
                marks,
                least,
                LEAST_PEOPLE,
                enough ? fields(known, crime, unsafety, texts) : List.of());
    }

    FourFields masked() {
        return new FourFields(
                status,
                about(crimes),
                about(marks),
                leastCrimes,
                leastPeople,
                fields.stream()
                        .map(field -> new Field(
                                field.code(),
                                field.sv(),
                                field.en(),
                                field.places().stream().map(FourFields::masked).toList()))
                        .toList());
    }

    private static Here masked(Here here) {
        return new Here(here.spot(), here.name(), here.stream(), Mask.about(here.crimes()), Mask.about(here.people()));
    }

    private static int about(int count) {
        Integer told = Mask.about(Integer.valueOf(count));
        return told == null ? 0 : told;
    }

    private static List<Field> fields(
            List<MonthSpots.Known> known,
            Map<Crs, EvidenceStream> crime,
            Map<Crs, EvidenceStream> unsafety,
            Texts texts) {
        Map<FourField, List<Here>> places = new LinkedHashMap<>();
        List.of(FourField.HIGH_HIGH, FourField.HIGH_LOW, FourField.LOW_HIGH)
                .forEach(field -> places.put(field, new ArrayList<>()));
        List<PlacedHotspot> told = new ArrayList<>();
        for (MonthSpots.Known one : known) {
            boolean again = told.stream()
                    .anyMatch(other -> other.found().stream() != one.hotspot().found().stream()
                            && other.outline().intersects(one.hotspot().outline()));
            if (!again) {
                told.add(one.hotspot());
                put(one, crime, unsafety, places);
            }
        }
        List<Field> fields = new ArrayList<>();
        places.forEach((field, here) -> fields.add(new Field(
                field.code(),
                texts.of("picture.field." + field.code(), Texts.SWEDISH),
                texts.of("picture.field." + field.code(), Texts.ENGLISH),
                here)));
        return fields;
    }

    private static void put(
            MonthSpots.Known one,
            Map<Crs, EvidenceStream> crime,
            Map<Crs, EvidenceStream> unsafety,
            Map<FourField, List<Here>> places) {
        PlacedHotspot hotspot = one.hotspot();
        EvidenceStream.At crimes = at(crime, hotspot);
        EvidenceStream.At people = at(unsafety, hotspot);
        boolean both = hotspot.evidence() == Evidence.BOTH;
        boolean isCrime = hotspot.found().stream() == Evidence.CRIME;
        FourField field = FourField.of(isCrime || both || crimes.high(), !isCrime || both || people.high());
        List<Here> here = places.get(field);
        if (here != null) {
            here.add(new Here(one.id(), one.name(), hotspot.found().stream().code(), crimes.count(), people.count()));
        }
    }

    private static EvidenceStream.At at(Map<Crs, EvidenceStream> streams, PlacedHotspot hotspot) {
        EvidenceStream stream = streams.get(hotspot.analysed().result().crs());
        return stream == null
                ? new EvidenceStream.At(0, 0, false)
                : stream.at(hotspot.found().centreX(), hotspot.found().centreY());
    }

    private static EvidenceStream stream(Incidents set, int least) {
        double[] weight = new double[set.size()];
        Arrays.fill(weight, 1);
        return new EvidenceStream(
                set.x(), set.y(), weight, new long[weight.length], EvidenceStream.SUPPORT_METRES, least);
    }

    private static EvidenceStream stream(UnsafePlaces set) {
        List<UnsafePlace> marks = set.marks();
        return new EvidenceStream(
                set.x(),
                set.y(),
                marks.stream().mapToDouble(UnsafePlace::severity).toArray(),
                marks.stream().mapToLong(UnsafePlace::respondent).toArray(),
                EvidenceStream.SUPPORT_METRES,
                LEAST_PEOPLE);
    }
}
