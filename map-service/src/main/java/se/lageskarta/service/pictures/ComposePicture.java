package se.lageskarta.service.pictures;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.hotspot.DataHash;
import se.lageskarta.geo.hotspot.Evidence;
import se.lageskarta.geo.hotspot.HotspotOptions;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafePlaces;
import se.lageskarta.service.basemap.CoarseOutlines;
import se.lageskarta.service.catalogue.IncidentTypes;
import se.lageskarta.service.evidence.EvidenceStream;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.hotspots.FoundHotspots;
import se.lageskarta.service.hotspots.PlacedHotspot;
import se.lageskarta.service.measures.Measure;
import se.lageskarta.service.measures.MeasureFilter;
import se.lageskarta.service.measures.Measures;
import se.lageskarta.service.register.Register;
import se.lageskarta.service.register.Registers;
import se.lageskarta.service.settings.Version;
import se.lageskarta.service.web.Sha256;
import se.lageskarta.service.web.Texts;

/** Makes a month's picture of what is there now. Two questions about the same data and words have equal pictures. */
@Component
class ComposePicture {
    /** More places than any meeting looks at; the rest are counted. */
    private static final int MOST_PLACES = 200;

    /** Without districts the greatest places are ranked. */
    private static final int MOST_RANKED = 20;

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final FoundHotspots found;
    private final MonthSpots spots;
    private final Measures measures;
    private final IncidentTypes types;
    private final RankAreas areas;
    private final Register<Influence> influence;
    private final Register<YearEvent> events;
    private final CoarseOutlines outlines;
    private final Texts texts;
    private final Clock clock;

    ComposePicture(
            FoundHotspots found,
            MonthSpots spots,
            Measures measures,
            IncidentTypes types,
            RankAreas areas,
            Registers registers,
            CoarseOutlines outlines,
            Texts texts,
            Clock clock) {
        this.found = found;
        this.spots = spots;
        this.measures = measures;
        this.types = types;
        this.areas = areas;
        this.outlines = outlines;
        influence = registers.open(AreasController.REGISTER, Influence.class);
        events = registers.open(YearEventsController.REGISTER, YearEvent.class);
        this.texts = texts;
        this.clock = clock.withZone(SWEDEN);
    }

    /**
     * The whole picture.
     *
     * @param asked of the month
     * @param who the account that asks, to remember which places the hotspots are; null to look only
     */
    Picture of(PictureQuestion asked, @Nullable String who) {
        Question question = asked.question();
        FoundHotspots.Found hotspots = found.in(question);
        MonthSpots.OfMonth month = spots.of(asked, hotspots.hotspots(), who);
        List<MonthSpots.Known> known = month.known().stream()
                .filter(one -> one.hotspot().rank() <= MOST_PLACES)
                .toList();
        List<Measure> all = measures.all(MeasureFilter.ALL);
        List<Place> places = places(asked, known, all);
        List<Incidents> incidents = question.withStream(EvidenceStream.ALL).incidentsOfAllTime();
        SamePeriods.Days covered = SamePeriods.known(incidents);
        SamePeriods same = SamePeriods.of(asked.month().atDay(1), asked.month().atEndOfMonth(), covered);
        Picture picture = new Picture(
                asked.month(),
                asked.scope(),
                new Picture.Period(asked.twelve().from(), asked.twelve().to()),
                Arrays.stream(same.years()).boxed().toList(),
                hotspots.analyses().stream()
                        .map(one -> Place.Method.of(one.stream().code(), one.result()))
                        .toList(),
                HotspotOptions.DEFAULT_SEED,
                dataHash(question),
                Version.current(),
                question.invented(),
                false,
                TypeTotals.of(asked.month(), same, incidents, types),
                marks(question),
                places,
                hotspots.hotspots().size(),
                gone(asked, covered, month.gone()),
                FourFields.of(question, known, texts),
                areas(asked, covered, known),
                MeasureLines.of(all, question.bounds(), asked.month(), LocalDate.now(clock), spotsOf(places)),
                YearEvent.soon(events.all(), asked.month()),
                PictureWords.NONE);
        return picture.with(PictureWords.of(picture, texts));
    }

    /** What those who may not see single incidents get of it. */
    Picture masked(Picture whole) {
        return whole.masked(outlines::of, picture -> PictureWords.of(picture, texts));
    }

    /** The areas as they are ranked now. */
    List<AreaLine> areas(PictureQuestion asked) {
        List<PlacedHotspot> all = found.in(asked.question()).hotspots();
        SamePeriods.Days covered = SamePeriods.known(asked.everything());
        return areas(asked, covered, spots.of(asked, all, null).known());
    }

    private List<AreaLine> areas(
            PictureQuestion asked, SamePeriods.@Nullable Days covered, List<MonthSpots.Known> known) {
        List<AreaCounts.Area> places = known.stream()
                .filter(one -> one.hotspot().found().stream() == Evidence.CRIME
                        && one.hotspot().rank() <= MOST_RANKED
                        && one.id() > 0)
                .map(one -> new AreaCounts.Area(
                        "spot:" + one.id(), one.name(), "spot", one.hotspot().outline()))
                .toList();
        List<AreaCounts.Area> ranked = areas.areas(asked.question().bounds(), places);
        return areas.of(asked.question(), year(asked, covered), ranked, influence.all());
    }

    private static SamePeriods year(PictureQuestion asked, SamePeriods.@Nullable Days covered) {
        return SamePeriods.of(asked.twelve().from(), asked.twelve().to(), covered);
    }

    private List<Place> places(PictureQuestion asked, List<MonthSpots.Known> known, List<Measure> all) {
        List<List<Long>> here =
                found.measuresAt(known.stream().map(MonthSpots.Known::hotspot).toList());
        Set<Long> open = new HashSet<>();
        all.stream().filter(Measure::isOpen).forEach(measure -> open.add(measure.id()));
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            List<Long> ids = here.get(i);
            places.add(Place.of(
                    known.get(i),
                    asked.twelve(),
                    ids,
                    ids.stream().filter(open::contains).toList()));
        }
        return places;
    }

    /** Places that are no more, the latest first, with what is counted there now. */
    private static List<Picture.Gone> gone(
            PictureQuestion asked, SamePeriods.@Nullable Days covered, List<MonthSpots.Gone> gone) {
        List<MonthSpots.Gone> latest = gone.stream()
                .sorted(Comparator.comparing(MonthSpots.Gone::since).reversed().thenComparing(one -> one.spot()
                        .id()))
                .limit(MOST_PLACES)
                .toList();
        SamePeriods year = year(asked, covered);
        AreaCounts counts = new AreaCounts(
                latest.stream()
                        .map(one -> new AreaCounts.Area(
                                one.spot().subject(),
                                one.spot().name(),
                                "spot",
                                one.spot().outline()))
                        .toList(),
                year);
        asked.question().incidentsOfAllTime().forEach(set -> counts.add(set, year));
        List<Picture.Gone> told = new ArrayList<>();
        for (int i = 0; i < latest.size(); i++) {
            MonthSpots.Gone one = latest.get(i);
            boolean compared = one.spot().stream().equals(Evidence.CRIME.code())
                    && !year.periods().isEmpty();
            var where = one.spot().outline();
            var centre = where.getCentroid();
            told.add(new Picture.Gone(
                    new Place.Named(one.spot().id(), one.spot().name()),
                    one.since(),
                    one.spot().stream(),
                    compared ? Counted.of(year.compare(counts.crimes(i)), year) : null,
                    Outline.of(where),
                    Outline.place(centre.getX(), centre.getY())));
        }
        return told;
    }

    private static MeasureLines.Spots spotsOf(List<Place> places) {
        Map<Long, List<Long>> byMeasure = new HashMap<>();
        for (Place place : places) {
            place.measures().forEach(id -> byMeasure
                    .computeIfAbsent(id, unused -> new ArrayList<>())
                    .add(place.spot().id()));
        }
        return measure -> List.copyOf(byMeasure.getOrDefault(measure, List.of()));
    }

    private static Picture.Marks marks(Question question) {
        Set<Long> people = new HashSet<>();
        int marks = 0;
        for (UnsafePlaces set : question.unsafePlaces()) {
            for (UnsafePlace mark : set.unsafeOnly().marks()) {
                marks++;
                people.add(mark.respondent());
            }
        }
        return new Picture.Marks(marks, people.size());
    }

    /** Of all rows of the datasets, also those of earlier years, and what counts as crime. */
    private static String dataHash(Question question) {
        List<String> marks = new ArrayList<>();
        marks.add(question.facts().kinds().mark());
        for (Incidents set : question.withStream(EvidenceStream.ALL).incidentsOfAllTime()) {
            marks.add(set.crs() + " " + DataHash.of(set));
        }
        for (UnsafePlaces set : question.unsafePlacesOfAllTime()) {
            marks.add(set.crs() + " " + DataHash.of(set.marks()));
        }
        return Sha256.of(String.join("\n", marks).getBytes(StandardCharsets.UTF_8))
                .substring(0, 32);
    }
}
