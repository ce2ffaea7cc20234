package se.lageskarta.geo.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import se.lageskarta.geo.stats.FalseDiscovery;
import se.lageskarta.geo.stats.FeatureRisk;
import se.lageskarta.geo.stats.FeatureRisk.Nearness;

/**
 * Whether incidents, or places felt to be unsafe, lie nearer to lamps, greenery, stops or water than the streets around
 * them do. The method and its limits: {@link FeatureRisk}.
 */
final class RiskFeaturesAnalysis implements Analysis {
    private static final int LEAST_ROWS = 30;
    private static final int LEAST_SQUARES = 10;
    private static final double CERTAIN = 0.05;
    private static final double DEFAULT_WITHIN_METRES = 50;
    private static final double DEFAULT_REACH_METRES = 300;
    private static final int DEFAULT_PERMUTATIONS = 999;
    private static final long NANOS_A_DISTANCE = 5000;
    private static final int REFERENCES_A_ROW = 40;

    /** What is asked about, with its words; houses and addresses are where incidents are written down, not what draws them. */
    private static final Map<String, Words> FEATURES = features();

    private static final List<String> COLUMNS = List.of(
            "feature",
            "near",
            "expected",
            "expectedLow",
            "expectedHigh",
            "ratio",
            "ratioLow",
            "ratioHigh",
            "p",
            "pFdr",
            "medianMetres",
            "medianReferenceMetres",
            "class");

    /** A feature and what came of it. */
    private record Row(String role, Nearness nearness) {}

    private static Map<String, Words> features() {
        Map<String, Words> words = new LinkedHashMap<>();
        words.put("lamps", new Words("belysning", "street lamps"));
        words.put("green", new Words("grönska", "greenery"));
        words.put("places", new Words("hållplatser och utpekade platser", "stops and named places"));
        words.put("paths", new Words("gång- och cykelvägar", "paths"));
        words.put("rail", new Words("järnväg", "railways"));
        words.put("water", new Words("vatten", "water"));
        return words;
    }

    @Override
    public String name() {
        return "risk-features";
    }

    @Override
    public Topic topic() {
        return Topic.WHERE;
    }

    @Override
    public Needs needs() {
        return Needs.EITHER;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.number("within", "m", 1, 2000),
                Setting.number("reach", "m", 50, 5000),
                Setting.whole("permutations", "", 99, 99_999));
    }

    @Override
    public Suits suits(AnalysisQuestion question) {
        if (roles(question).isEmpty()) {
            return Suits.unsuited(
                    "Kräver lager i bakgrundskartan, till exempel belysning, grönska eller hållplatser.",
                    "Needs layers of the background map, such as street lamps, greenery or stops.");
        }
        int rows = Usable.either(question).size();
        return rows < LEAST_ROWS
                ? Suits.tooFew(rows, LEAST_ROWS)
                : Suits.possible(
                        "Jämför avstånd till belysning, grönska och annat med gatorna runt om; samband, inte orsak.",
                        "Compares distances to lamps, greenery and more with the streets around; correlation, not cause.");
    }

    @Override
    public long effort(AnalysisQuestion question, Chosen chosen) {
        long rows = Math.max(question.incidents().size(), question.marks().size());
        long distances = rows + Math.min(rows * REFERENCES_A_ROW, ReferencePlaces.MOST);
        return distances * NANOS_A_DISTANCE * (roles(question).size() + 1)
                + rows * chosen.whole("permutations", DEFAULT_PERMUTATIONS) * 5;
    }

    private static List<String> roles(AnalysisQuestion question) {
        return FEATURES.keySet().stream()
                .filter(role -> question.surroundings().containsKey(role))
                .toList();
    }

    @Override
    public AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop) {
        Usable usable = Usable.either(question);
        AnalysisResult.Builder answer = AnalysisResult.of(this, usable, question.seed());
        if (usable.size() < LEAST_ROWS) {
            return tooFew(answer, usable.size(), LEAST_ROWS, "rader med läge", "rows with a place");
        }
        List<Geometry> streets = new ArrayList<>();
        for (String role : List.of("roads", "paths")) {
            streets.addAll(question.surroundings().getOrDefault(role, List.of()));
        }
        streets.removeIf(street -> street instanceof Polygonal || street.isEmpty());
        double reach = chosen.number("reach", DEFAULT_REACH_METRES);
        ReferencePlaces reference =
                ReferencePlaces.around(usable.x(), usable.y(), streets, question.boundary(), reach, question.seed());
        FeatureRisk risk = FeatureRisk.matching(usable.x(), usable.y(), reference.x(), reference.y(), reach);
        if (risk.squares() < LEAST_SQUARES) {
            return tooFew(
                    answer,
                    risk.squares(),
                    LEAST_SQUARES,
                    "skilda platser med gator runt",
                    "places with streets around");
        }
        double within = chosen.number("within", DEFAULT_WITHIN_METRES);
        int permutations = chosen.whole("permutations", DEFAULT_PERMUTATIONS);
        List<Row> rows = new ArrayList<>();
        for (String role : roles(question)) {
            List<Geometry> features = question.surroundings().getOrDefault(role, List.of());
            if (features.stream().anyMatch(feature -> !feature.isEmpty())) {
                FeatureDistance distance = new FeatureDistance(features);
                Nearness nearness = risk.nearness(
                        distance.of(usable.x(), usable.y()),
                        distance.of(reference.x(), reference.y()),
                        within,
                        permutations,
                        question.seed(),
                        stop);
                if (nearness != null) {
                    rows.add(new Row(role, nearness));
                }
            }
        }
        return describe(answer, chosen, reference, risk, rows, within, reach, permutations)
                .build();
    }

    private static AnalysisResult tooFew(AnalysisResult.Builder answer, int have, int least, String sv, String en) {
        return answer.status(AnalysisResult.Status.TOO_FEW)
                .headline("För få för att jämföra med omgivningen.", "Too few to compare with what lies around.")
                .sentence(
                        have + " " + sv + "; det krävs minst " + least + ".",
                        have + " " + en + "; it takes at least " + least + ".")
                .build();
    }

    private static AnalysisResult.Builder describe(
            AnalysisResult.Builder answer,
            Chosen chosen,
            ReferencePlaces reference,
            FeatureRisk risk,
            List<Row> rows,
            double within,
            double reach,
            int permutations) {
        double[] fdr = FalseDiscovery.benjaminiHochberg(
                rows.stream().mapToDouble(row -> row.nearness.p()).toArray());
        String[] classes = new String[rows.size()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = classOf(rows.get(i).nearness, fdr[i]);
        }
        String sv = reference.alongStreets() ? "punkter längs gatorna" : "punkter jämnt spridda";
        String en = reference.alongStreets() ? "points along the streets" : "points spread evenly";
        answer.status(rows.isEmpty() ? AnalysisResult.Status.NOTHING_FOUND : AnalysisResult.Status.OK)
                .headline(headline(rows, classes))
                .sentence(
                        "Andelen inom " + (int) within + " m från varje sorts plats, jämförd med " + sv + " inom "
                                + (int) reach + " m från händelserna; spannet är det som slumpen inte motsäger.",
                        "The share within " + (int) within + " m of each kind of place, compared with " + en
                                + " within " + (int) reach
                                + " m of the incidents; the interval is what chance does not contradict.")
                .parameter(
                        "within",
                        within,
                        "m",
                        !chosen.has("within"),
                        new Words(
                                "Ungefär så långt man ser vem som kommer.", "About as far as one sees who is coming."))
                .parameter(
                        "reach",
                        reach,
                        "m",
                        !chosen.has("reach"),
                        new Words(
                                "Ett grannskap: annars jämförs tätorten med skogen.",
                                "A neighbourhood: otherwise the town is compared with the forest."))
                .parameter(
                        "permutations",
                        permutations,
                        "",
                        !chosen.has("permutations"),
                        new Words("Ger sannolikheter på en tusendel när.", "Gives probabilities to a thousandth."))
                .figure("compared", risk.compared())
                .figure("withoutSurroundings", risk.alone())
                .figure("squares", risk.squares())
                .figure("referencePlaces", reference.x().length)
                .figure("reference", reference.alongStreets() ? "streets" : "area")
                .advice(new Words(
                        "Samband är inte orsak: det som ligger vid en plats kan stå där för att folk rör sig där.",
                        "Correlation is not cause: what stands at a place may stand there because people move there."));
        return answer.table("features", COLUMNS, rows.size(), i -> values(rows.get(i), fdr[i], classes[i]));
    }

    private static String classOf(Nearness nearness, double fdr) {
        if (fdr >= CERTAIN || Double.isNaN(nearness.ratio())) {
            return "uncertain";
        }
        if (nearness.ratioLow() > 1) {
            return "nearer";
        }
        return nearness.ratioHigh() < 1 ? "farther" : "uncertain";
    }

    private static Words headline(List<Row> rows, String[] classes) {
        if (rows.isEmpty()) {
            return new Words(
                    "Bakgrundskartan har inget att jämföra avstånd till.",
                    "The background map has nothing to compare distances to.");
        }
        Map<String, List<Row>> byClass = new TreeMap<>();
        for (int i = 0; i < classes.length; i++) {
            byClass.computeIfAbsent(classes[i], unused -> new ArrayList<>()).add(rows.get(i));
        }
        Words says = null;
        List<Row> nearer = byClass.getOrDefault("nearer", List.of());
        List<Row> farther = byClass.getOrDefault("farther", List.of());
        if (!nearer.isEmpty()) {
            says = new Words(
                    "Närmare än gatorna runt om: " + list(nearer, true) + ".",
                    "Nearer than the streets around: " + list(nearer, false) + ".");
        }
        if (!farther.isEmpty()) {
            Words away = new Words(
                    "Längre ifrån: " + list(farther, true) + ".", "Farther from: " + list(farther, false) + ".");
            says = says == null ? away : says.then(away);
        }
        return says == null
                ? new Words(
                        "Ingen säker skillnad mot gatorna runt om.", "No certain difference from the streets around.")
                : says;
    }

    private static String list(List<Row> rows, boolean swedish) {
        List<String> names = new ArrayList<>();
        for (Row row : rows) {
            Words words = FEATURES.get(row.role);
            Nearness nearness = row.nearness;
            String factors = decimal(nearness.ratio(), swedish) + (swedish ? " gånger, " : " times, ")
                    + decimal(nearness.ratioLow(), swedish) + "–" + decimal(nearness.ratioHigh(), swedish);
            names.add((words == null ? row.role : swedish ? words.sv() : words.en()) + " (" + factors + ")");
        }
        return String.join(", ", names);
    }

    private static String decimal(double number, boolean swedish) {
        if (Double.isInfinite(number)) {
            return swedish ? "obegränsat" : "unbounded";
        }
        String text = Double.toString(Math.round(number * 10) / 10.0);
        return swedish ? text.replace('.', ',') : text;
    }

    private static @Nullable Object[] values(Row row, double fdr, String sure) {
        Nearness nearness = row.nearness;
        return new @Nullable Object[] {
            row.role,
            nearness.near(),
            nearness.expected(),
            nearness.low(),
            nearness.high(),
            finite(nearness.ratio()),
            finite(nearness.ratioLow()),
            finite(nearness.ratioHigh()),
            nearness.p(),
            fdr,
            nearness.medianMetres(),
            nearness.medianReferenceMetres(),
            sure
        };
    }

    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }
}
