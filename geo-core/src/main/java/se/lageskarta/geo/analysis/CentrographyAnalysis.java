package se.lageskarta.geo.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lageskarta.geo.stats.Centrography;

/** Where the middle is, and in which direction the incidents spread. */
final class CentrographyAnalysis implements Analysis {
    private static final int LEAST = 5;
    private static final int CORNERS = 72;
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    @Override
    public String name() {
        return "centrography";
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
        return List.of(Setting.flag("weights"), Setting.word("ellipse", List.of("plain", "esri", "crimestat")));
    }

    @Override
    public Suits suits(AnalysisQuestion question) {
        int rows = Usable.either(question).size();
        return rows < LEAST
                ? Suits.tooFew(rows, LEAST)
                : Suits.possible(
                        "Beskriver tyngdpunkten; säger lite när det finns flera centrum.",
                        "Describes the middle; says little when there are several centres.");
    }

    @Override
    public long effort(AnalysisQuestion question, Chosen chosen) {
        return 3000L * Math.max(question.incidents().size(), question.marks().size());
    }

    @Override
    public AnalysisResult run(AnalysisQuestion question, Chosen chosen, BooleanSupplier stop) {
        Usable usable = Usable.either(question);
        AnalysisResult.Builder answer = AnalysisResult.of(this, usable, question.seed());
        if (usable.size() < LEAST) {
            return answer.status(AnalysisResult.Status.TOO_FEW)
                    .headline("För få för att tala om en mittpunkt.", "Too few to speak of a middle.")
                    .sentence(
                            usable.size() + " rader med läge; det krävs minst " + LEAST + ".",
                            usable.size() + " rows with a place; it takes at least " + LEAST + ".")
                    .build();
        }
        boolean weights = chosen.flag("weights", false);
        double[] weight = usable.weight();
        if (!weights || Arrays.stream(weight).sum() == 0) {
            Arrays.fill(weight, 1);
        }
        Centrography c = Centrography.of(usable.x(), usable.y(), weight);
        String way = chosen.word("ellipse", "plain");
        double factor =
                switch (way) {
                    case "esri" -> Centrography.esri();
                    case "crimestat" -> c.crimeStat();
                    default -> 1;
                };
        Geometry[] shapes = {
            Places.point(c.weightedMeanX(), c.weightedMeanY()),
            Places.point(c.geometricMedianX(), c.geometricMedianY()),
            ellipse(c, factor)
        };
        Object[][] rows = {
            {"mean-centre", c.weightedMeanX(), c.weightedMeanY(), c.standardDistance()},
            {"geometric-median", c.geometricMedianX(), c.geometricMedianY(), null},
            {"ellipse", c.meanX(), c.meanY(), null}
        };
        return answer.headline(
                        "Händelserna ligger spridda omkring " + Spoken.sv(c.standardDistance() / 1000, 1)
                                + " km runt mittpunkten, mest utsträckt mot " + directionSv(c.majorDegrees()) + ".",
                        "Incidents lie spread about " + Spoken.en(c.standardDistance() / 1000, 1)
                                + " km around the middle, most stretched towards "
                                + directionEn(c.majorDegrees()) + ".")
                .sentence(
                        "Medelpunkt, den punkt som har kortast väg till alla, och en ellips om en"
                                + " standardavvikelse.",
                        "Mean centre, the point nearest to all, and an ellipse of one standard deviation.")
                .parameter(
                        "weights",
                        weights,
                        "",
                        !chosen.has("weights"),
                        new Words("En händelse räknas en gång.", "An incident counts once."))
                .parameter(
                        "ellipse",
                        way,
                        "",
                        !chosen.has("ellipse"),
                        new Words(
                                "Program skiljer sig med fasta faktorer; detta är standardavvikelsen själv.",
                                "Programs differ by fixed factors; this is the standard deviation itself."))
                .figure("standardDistanceM", c.standardDistance())
                .figure("standardDistanceCrimeStatM", c.standardDistanceCrimeStat())
                .figure("majorAxisM", c.majorAxis() * factor)
                .figure("minorAxisM", c.minorAxis() * factor)
                .figure("majorDegrees", c.majorDegrees())
                .figure("meanX", c.meanX())
                .figure("meanY", c.meanY())
                .figure("weightedMeanX", c.weightedMeanX())
                .figure("weightedMeanY", c.weightedMeanY())
                .figure("medianX", c.medianX())
                .figure("medianY", c.medianY())
                .figure("geometricMedianX", c.geometricMedianX())
                .figure("geometricMedianY", c.geometricMedianY())
                .places(List.of("name", "x", "y", "standardDistanceM"), rows.length, i -> rows[i], i -> shapes[i])
                .build();
    }

    private static Geometry ellipse(Centrography c, double factor) {
        double angle = Math.toRadians(c.majorDegrees());
        // an ellipse of no width would be no area
        double minor = Math.max(1, c.minorAxis() * factor);
        double major = Math.max(1, c.majorAxis() * factor);
        Coordinate[] corners = new Coordinate[CORNERS + 1];
        for (int i = 0; i < CORNERS; i++) {
            double along = major * Math.cos(2 * Math.PI * i / CORNERS);
            double across = minor * Math.sin(2 * Math.PI * i / CORNERS);
            corners[i] = new Coordinate(
                    c.meanX() + along * Math.sin(angle) - across * Math.cos(angle),
                    c.meanY() + along * Math.cos(angle) + across * Math.sin(angle));
        }
        corners[CORNERS] = corners[0];
        return GEOMETRY.createPolygon(corners);
    }

    private static String directionSv(double degrees) {
        return List.of("norr och söder", "nordost och sydväst", "öster och väster", "sydost och nordväst")
                .get((int) Math.floor((degrees + 22.5) / 45) % 4);
    }

    private static String directionEn(double degrees) {
        return List.of("north and south", "north-east and south-west", "east and west", "south-east and north-west")
                .get((int) Math.floor((degrees + 22.5) / 45) % 4);
    }
}
