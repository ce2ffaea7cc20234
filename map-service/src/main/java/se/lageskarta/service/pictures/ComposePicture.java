package se.lageskarta.service.pictures;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.hotspot.DataHash;
import se.lageskarta.geo.hotspot.Evidence;
import se.lageskarta.geo.hotspot.HotspotOptions;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafePlaces;
import se.lageskarta.service.catalogue.IncidentTypes;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.hotspots.FoundHotspots;
import se.lageskarta.service.hotspots.PlacedHotspot;
import se.lageskarta.service.measures.Measure;
import se.lageskarta.service.measures.MeasureFilter;
import se.lageskarta.service.measures.Measures;
import se.lageskarta.service.register.Register;
import se.lageskarta.service.register.Registers;
import se.lageskarta.service.settings.Version;
import se.lageskarta.service.spots.Spot;
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
    private final Texts texts;
    private final Clock clock;

    ComposePicture(
            FoundHotspots found,
            MonthSpots spots,
            Measures measures,
            IncidentTypes types,
            RankAreas areas,
            Registers registers,
            Texts texts,
            Clock clock) {
        this.found = found;
        this.spots = spots;
        this.measures = measures;
        this.types = types;
        this.areas = areas;
        influence = registers.open(AreasController.REGISTER, Influence.class);
        events = registers.open(YearEventsController.REGISTER, YearEvent.class);
        this.texts = texts;
        this.clock = clock.withZone(SWEDEN);
    }

    /**
     * The whole picture.
     *
     * @param asked of the month
     * @param register true to remember which places the hotspots are, false to look only
     */
    Picture of(PictureQuestion asked, boolean register) {
        Question question = asked.question();
        FoundHotspots.Found hotspots = found.in(question);
        List<PlacedHotspot> shown = hotspots.hotspots().stream()
                .filter(hotspot -> hotspot.rank() <= MOST_PLACES)
                .toList();
        List<Spot> known = spots.of(asked.month(), shown, question.invented(), register);
        List<List<Long>> here = found.measuresAt(shown);
        List<Measure> all = measures.all(MeasureFilter.ALL);
        List<Place> places = places(asked, shown, known, here, all);
        List<Incidents> incidents = question.incidentsOfAllTime();
        SamePeriods.Days covered = SamePeriods.known(incidents);
        SamePeriods month = SamePeriods.of(asked.month().atDay(1), asked.month().atEndOfMonth(), covered);
        Picture picture = new Picture(
                asked.month(),
                asked.scope(),
                new Picture.Period(asked.twelve().from(), asked.twelve().to()),
                Arrays.stream(month.years()).boxed().toList(),
                hotspots.analyses().stream()
                        .map(one -> Place.Method.of(one.stream().code(), one.result()))
                        .toList(),
                HotspotOptions.DEFAULT_SEED,
                dataHash(question),
                Version.current(),
                question.invented(),
                false,
                TypeTotals.of(asked.month(), month, incidents, types),
                marks(question),
                places,
                hotspots.hotspots().size(),
                gone(hotspots.gone()),
                FourFields.of(
                        question,
                        IntStream.range(0, shown.size())
                                .mapToObj(i -> new FourFields.Known(shown.get(i), places.get(i)))
                                .toList(),
                        texts),
                areas(asked, covered, shown, known),
                MeasureLines.of(all, question.bounds(), asked.month(), LocalDate.now(clock), spotsOf(places)),
                YearEvent.soon(events.all(), asked.month()),
                PictureWords.NONE);
        return picture.with(PictureWords.of(picture, texts));
    }

    /** What those who may not see single incidents get of it. */
    Picture masked(Picture whole) {
        return whole.masked(picture -> PictureWords.of(picture, texts));
    }

    /** The areas as they are ranked now. */
    List<AreaLine> areas(PictureQuestion asked) {
        List<PlacedHotspot> shown = found.in(asked.question()).hotspots().stream()
                .filter(hotspot -> hotspot.rank() <= MOST_RANKED)
                .toList();
        List<Spot> known = spots.of(asked.month(), shown, asked.question().invented(), false);
        return areas(asked, SamePeriods.known(asked.question().incidentsOfAllTime()), shown, known);
    }

    private List<AreaLine> areas(
            PictureQuestion asked, SamePeriods.@Nullable Days covered, List<PlacedHotspot> shown, List<Spot> known) {
        SamePeriods year = SamePeriods.of(asked.twelve().from(), asked.twelve().to(), covered);
        List<AreaCounts.Area> places = IntStream.range(0, shown.size())
                .filter(i -> shown.get(i).found().stream() == Evidence.CRIME
                        && shown.get(i).rank() <= MOST_RANKED)
                .mapToObj(i -> new AreaCounts.Area(
                        known.get(i).subject(),
                        known.get(i).name(),
                        "spot",
                        shown.get(i).outline()))
                .toList();
        List<AreaCounts.Area> ranked = areas.areas(asked.question().bounds(), places);
        return areas.of(asked.question(), year, ranked, influence.all());
    }

    private static List<Place> places(
            PictureQuestion asked,
            List<PlacedHotspot> shown,
            List<Spot> known,
            List<List<Long>> here,
            List<Measure> all) {
        Set<Long> open = new HashSet<>();
        all.stream().filter(Measure::isOpen).forEach(measure -> open.add(measure.id()));
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            List<Long> ids = here.get(i);
            places.add(Place.of(
                    shown.get(i),
                    known.get(i),
                    asked.twelve(),
                    ids,
                    ids.stream().filter(open::contains).toList()));
        }
        return places;
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

    private static List<Picture.Gone> gone(List<PlacedHotspot> gone) {
        return gone.stream()
                .filter(hotspot -> hotspot.found().comparison() != null)
                .map(hotspot -> new Picture.Gone(
                        new Place.Named(0, hotspot.name()),
                        hotspot.found().stream().code(),
                        Counted.of(
                                java.util.Objects.requireNonNull(hotspot.found().comparison())),
                        Outline.of(hotspot.outline()),
                        Outline.place(hotspot.centre().lon(), hotspot.centre().lat())))
                .toList();
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

    /** Of all rows of the datasets, also those of earlier years. */
    private static String dataHash(Question question) {
        List<String> marks = new ArrayList<>();
        for (Incidents set : question.incidentsOfAllTime()) {
            marks.add(set.crs() + " " + DataHash.of(set));
        }
        for (UnsafePlaces set : question.unsafePlacesOfAllTime()) {
            marks.add(set.crs() + " " + DataHash.of(set.marks()));
        }
        return Sha256.of(String.join("\n", marks).getBytes(StandardCharsets.UTF_8))
                .substring(0, 32);
    }

    /** The month before the present one, or the last whole one that there are data for. */
    static YearMonth suggested(SamePeriods.Days covered) {
        LocalDate last = covered.to();
        YearMonth month = YearMonth.from(last);
        boolean whole = last.equals(month.atEndOfMonth()) || month.atDay(1).isBefore(covered.from());
        return whole ? month : month.minusMonths(1);
    }
}
