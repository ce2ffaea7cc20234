package se.lageskarta.geo.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.hotspot.Hotspot;
import se.lageskarta.geo.hotspot.HotspotAnalysis;
import se.lageskarta.geo.hotspot.HotspotOptions;
import se.lageskarta.geo.incident.IncidentFilter;
import se.lageskarta.geo.stats.CellShape;
import se.lageskarta.geo.stats.EvidenceStream;
import se.lageskarta.geo.stats.FourField;
import se.lageskarta.geo.stats.GridNeighbours;
import se.lageskarta.geo.stats.LeeAssociation;
import se.lageskarta.geo.survey.UnsafePlace;

/**
 * Places by recorded crime and reported unsafety, side by side and never added: where both are high, one, or
 * neither, and what each calls for. The places are the hotspots of both streams, or squares where either is high.
 */
final class FourFieldAnalysis implements Analysis {
    private static final int LEAST_CRIMES = 30;
    private static final int LEAST_MARKS = 10;
    private static final int LEAST_PEOPLE = 3;
    private static final int PERMUTATIONS = 999;
    private static final double CELL_METRES = 250;

    @Override
    public String name() {
        return "four-field";
    }

    @Override
    public Topic topic() {
        return Topic.WHERE;
    }

    @Override
    public Needs needs() {
        return Needs.BOTH;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.number("radius", "m", 25, 1_000),
                Setting.word("show", List.of("places", "squares")),
                Setting.whole("leastCrimes", "", 1, 100_000),
                Setting.whole("leastPeople", "", 1, 100_000),
                Setting.flag("weights"));
    }

    @Override
    public Suits suits(AnalysisQuestion question) {
        int crimes = Usable.places(question).size();
        int marks = Usable.marks(question).size();
        if (crimes == 0 || marks == 0) {
            return Suits.unsuited(
                    "Behöver både händelser och svar om otrygga platser.",
                    "Needs both incidents and answers about unsafe places.");
        }
        if (crimes < LEAST_CRIMES || marks < LEAST_MARKS) {
            return crimes < LEAST_CRIMES ? Suits.tooFew(crimes, LEAST_CRIMES) : Suits.tooFew(marks, LEAST_MARKS);
        }
        return Suits.recommended(
                "Visar var brott och otrygghet sammanfaller, och var de inte gör det.",
                "Shows where crime and unsafety coincide, and where they do not.");
    }

    @Override
    public long effort(AnalysisQuestion question, Chosen chosen) {
        return 20_000L * (question.incidents().size() + question.marks().size()) + 100_000_000L;
    }

    @Override
    public AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop) {
        Usable crimes = Usable.places(question);
        Usable marks = Usable.marks(question);
        AnalysisResult.Builder answer = AnalysisResult.of(this, crimes, question.seed());
        answer.figure("marksUsed", marks.size());
        if (crimes.size() < LEAST_CRIMES || marks.size() < LEAST_MARKS) {
            return answer.status(AnalysisResult.Status.TOO_FEW)
                    .headline(
                            "För få händelser eller svar för att ställa dem bredvid varandra.",
                            "Too few incidents or answers to set them side by side.")
                    .sentence(
                            crimes.size() + " händelser och " + marks.size() + " svar; det krävs minst " + LEAST_CRIMES
                                    + " och " + LEAST_MARKS + ".",
                            crimes.size() + " incidents and " + marks.size() + " answers; it takes at least "
                                    + LEAST_CRIMES + " and " + LEAST_MARKS + ".")
                    .build();
        }
        double support = chosen.number("radius", EvidenceStream.SUPPORT_METRES);
        EvidenceStream crime = crimeStream(crimes, chosen, support);
        EvidenceStream unsafety = unsafetyStream(marks, chosen, support);
        List<Place> places = chosen.word("show", "places").equals("places")
                ? hotspots(question, crime, unsafety, support)
                : squares(crimes, marks, crime, unsafety, support);
        describe(answer, places);
        parameters(answer, chosen, crime, unsafety, support);
        together(answer, question, crimes, marks, chosen, stop);
        return answer.build();
    }

    private static EvidenceStream crimeStream(Usable crimes, Chosen chosen, double support) {
        double[] weight = crimes.weight();
        if (!chosen.flag("weights", false)) {
            Arrays.fill(weight, 1);
        }
        int least = chosen.whole("leastCrimes", EvidenceStream.leastCrimes(crimes.size()));
        return new EvidenceStream(crimes.x(), crimes.y(), weight, new long[weight.length], support, least);
    }

    private static EvidenceStream unsafetyStream(Usable marks, Chosen chosen, double support) {
        long[] person =
                marks.unsafePlaces().stream().mapToLong(UnsafePlace::respondent).toArray();
        return new EvidenceStream(
                marks.x(), marks.y(), marks.weight(), person, support, chosen.whole("leastPeople", LEAST_PEOPLE));
    }

    /** A place with what speaks for it in either stream. */
    private record Place(double x, double y, Geometry geometry, EvidenceStream.At crime, EvidenceStream.At unsafety) {
        static Place at(double x, double y, Geometry geometry, EvidenceStream crime, EvidenceStream unsafety) {
            return new Place(x, y, geometry, crime.at(x, y), unsafety.at(x, y));
        }

        FourField field() {
            return FourField.of(crime.high(), unsafety.high());
        }
    }

    /** The hotspots of both streams; of two whose centres lie within half a radius of each other, the first stands for both. */
    private static List<Place> hotspots(
            AnalysisQuestion question, EvidenceStream crime, EvidenceStream unsafety, double support) {
        List<Place> places = new ArrayList<>();
        List<Hotspot> all = new ArrayList<>(HotspotAnalysis.crime(
                        question.history(),
                        IncidentFilter.ALL.during(question.from(), question.to()),
                        HotspotOptions.AUTOMATIC.comparing(false))
                .hotspots());
        all.addAll(HotspotAnalysis.unsafety(question.marks(), IncidentFilter.ALL, HotspotOptions.AUTOMATIC)
                .hotspots());
        for (Hotspot hotspot : all) {
            double x = hotspot.centreX();
            double y = hotspot.centreY();
            boolean known = places.stream().anyMatch(place -> Math.hypot(place.x - x, place.y - y) <= support / 2);
            if (!known) {
                places.add(Place.at(x, y, hotspot.outline(), crime, unsafety));
            }
        }
        return places;
    }

    private static List<Place> squares(
            Usable crimes, Usable marks, EvidenceStream crime, EvidenceStream unsafety, double side) {
        TreeSet<Long> cells = new TreeSet<>();
        for (Usable stream : List.of(crimes, marks)) {
            for (int i = 0; i < stream.size(); i++) {
                long column = (long) Math.floor(stream.x()[i] / side);
                long row = (long) Math.floor(stream.y()[i] / side);
                cells.add(row << 32 | column);
            }
        }
        List<Place> places = new ArrayList<>();
        for (long cell : cells) {
            double x = (int) cell * side;
            double y = (cell >> 32) * side;
            Place place = Place.at(x + side / 2, y + side / 2, Places.square(x, y, side), crime, unsafety);
            if (place.field() != FourField.LOW_LOW) {
                places.add(place);
            }
        }
        return places;
    }

    private static void describe(AnalysisResult.Builder answer, List<Place> places) {
        Map<String, Long> byField = new LinkedHashMap<>();
        for (FourField field : FourField.values()) {
            long here = places.stream().filter(place -> place.field() == field).count();
            byField.put(field.code(), here);
            if (here > 0) {
                answer.advice(action(field));
            }
        }
        long any = places.size() - byField.getOrDefault(FourField.LOW_LOW.code(), 0L);
        answer.status(any == 0 ? AnalysisResult.Status.NOTHING_FOUND : AnalysisResult.Status.OK)
                .headline(headline(
                        any,
                        byField.getOrDefault(FourField.HIGH_HIGH.code(), 0L),
                        byField.getOrDefault(FourField.HIGH_LOW.code(), 0L),
                        byField.getOrDefault(FourField.LOW_HIGH.code(), 0L)))
                .sentence(
                        "Brott och otrygghet räknas var för sig inom stödavståndet från varje plats; högt betyder bland"
                                + " de tio procent tätaste och tillräckligt många bakom.",
                        "Crime and unsafety are counted apart within the support distance of each place; high means"
                                + " among the densest ten per cent and enough behind it.")
                .figure("fields", byField)
                .figure("places", places.size())
                .places(
                        List.of("class", "crimes", "people", "crimePerKm2", "unsafetyPerKm2", "action"),
                        places.size(),
                        i -> new Object[] {
                            places.get(i).field().code(),
                            places.get(i).crime().count(),
                            places.get(i).unsafety().count(),
                            places.get(i).crime().perKm2(),
                            places.get(i).unsafety().perKm2(),
                            action(places.get(i).field())
                        },
                        i -> places.get(i).geometry());
    }

    private static Words headline(long any, long both, long crime, long unsafety) {
        if (any == 0) {
            return new Words(
                    "Ingen plats har säkert hög brottslighet eller otrygghet.",
                    "No place has surely high crime or unsafety.");
        }
        return new Words(
                both + " platser har både brott och otrygghet, " + crime + " bara brott och " + unsafety
                        + " bara otrygghet.",
                both + " places have both crime and unsafety, " + crime + " crime only and " + unsafety
                        + " unsafety only.");
    }

    /** What a field calls for. */
    static Words action(FourField field) {
        return switch (field) {
            case HIGH_HIGH ->
                new Words(
                        "Både brott och otrygghet: samla aktörerna, ta fram orsaker och åtgärda först.",
                        "Both crime and unsafety: gather everybody, find the causes and act here first.");
            case HIGH_LOW ->
                new Words(
                        "Brott men liten otrygghet: gör brotten svårare (lås, uppsikt, borttagna mål) där de sker.",
                        "Crime but little unsafety: make the crimes harder (locks, oversight, targets removed) where they"
                                + " happen.");
            case LOW_HIGH ->
                new Words(
                        "Otrygghet men få anmälda brott: belysning, sikt, skötsel och närvaro; fråga också om brott som"
                                + " inte anmäls.",
                        "Unsafety but few recorded crimes: lighting, sight lines, upkeep and presence; ask about unreported"
                                + " crime too.");
            case LOW_LOW ->
                new Words(
                        "Varken många brott eller stor otrygghet: följ läget.",
                        "Neither much crime nor much unsafety: keep an eye on it.");
        };
    }

    private static void parameters(
            AnalysisResult.Builder answer,
            Chosen chosen,
            EvidenceStream crime,
            EvidenceStream unsafety,
            double support) {
        answer.parameter(
                        "radius",
                        support,
                        "m",
                        !chosen.has("radius"),
                        new Words(
                                "Så litet att en plats inte ärver en annans klass 200 m bort.",
                                "Small enough for a place not to inherit another's class 200 m away."))
                .parameter(
                        "leastCrimes",
                        crime.least(),
                        "",
                        !chosen.has("leastCrimes"),
                        new Words(
                                "Minst 5, och en av hundra händelser, som för hotspots.",
                                "At least 5, and one in a hundred incidents, as for hotspots."))
                .parameter(
                        "leastPeople",
                        unsafety.least(),
                        "",
                        !chosen.has("leastPeople"),
                        new Words(
                                "Olika personer; var och en räknas en gång per plats.",
                                "Different people; each counts once at a place."))
                .figure("crimeHighFromPerKm2", crime.thresholdPerKm2())
                .figure("unsafetyHighFromPerKm2", unsafety.thresholdPerKm2());
    }

    /** Whether the two go together over the whole area. */
    private static void together(
            AnalysisResult.Builder answer,
            AnalysisQuestion question,
            Usable crimes,
            Usable marks,
            Chosen chosen,
            BooleanSupplier stop) {
        double[] x = concat(crimes.x(), marks.x());
        double[] y = concat(crimes.y(), marks.y());
        CountedCells cells = CountedCells.of(question, x, y, chosen, CELL_METRES);
        LeeAssociation lee = LeeAssociation.of(
                new GridNeighbours(cells.area(), CellShape.QUEEN),
                cells.area().counts(crimes.x(), crimes.y()),
                cells.area().counts(marks.x(), marks.y()),
                PERMUTATIONS,
                question.seed(),
                stop);
        answer.figure("leeL", lee.l()).figure("leeP", lee.p()).figure("leeCellMetres", cells.cellMetres());
        boolean sure = lee.p() <= 0.05 && lee.l() > 0;
        answer.advice(
                sure
                        ? new Words(
                                "Över hela området följs brott och otrygghet åt (Lees L, omblandning); det gör de ofta"
                                        + " redan för att folk rör sig där.",
                                "Over the whole area crime and unsafety go together (Lee's L, shuffled); often they do"
                                        + " because people are there.")
                        : new Words(
                                "Över hela området syns inget säkert samband mellan brott och otrygghet (Lees L).",
                                "Over the whole area no sure association of crime and unsafety shows (Lee's L)."));
    }

    private static double[] concat(double[] first, double[] second) {
        double[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
