package se.lageskarta.service.followups;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.paper.Block;
import se.lageskarta.service.paper.Paper;

/** A frozen follow-up as a paper, in Swedish or English. */
final class FollowUpPaper {
    private final Frozen frozen;
    private final FollowUpAnswer result;
    private final boolean english;
    private final Locale language;
    private final NumberFormat decimals;
    private final Block.Picture map;
    private final List<Block> blocks = new ArrayList<>();

    private FollowUpPaper(Frozen frozen, FollowUpAnswer result, Block.Picture map, Locale language) {
        this.frozen = frozen;
        this.result = result;
        this.map = map;
        this.language = language;
        english = language.getLanguage().equals("en");
        decimals = NumberFormat.getNumberInstance(language);
        decimals.setMaximumFractionDigits(2);
    }

    /** @param masked true for who may not see small counts */
    static Paper of(Frozen frozen, boolean masked, FollowUpMap map, Locale language) {
        FollowUpAnswer result = masked ? Masked.of(frozen.result()) : frozen.result();
        return new FollowUpPaper(frozen, result, map.of(result, language), language).paper();
    }

    private Paper paper() {
        FollowUpAnswer.About about = result.measure();
        blocks.add(new Block.Heading(
                2, capital(said(result.verdict().sv(), result.verdict().en()))));
        blocks.add(new Block.Text(
                said(result.verdict().sentenceSv(), result.verdict().sentenceEn())));
        blocks.add(map);
        addCounts();
        addEstimates();
        addAround();
        addNotes();
        blocks.add(new Block.Heading(2, said("Upplevd trygghet", "Feeling safe")));
        blocks.add(new Block.Text(said(result.survey().sv(), result.survey().en())));
        addTold();
        addMethods();
        return new Paper(
                said("Uppföljning: ", "Follow-up: ") + about.title(),
                about.owner(),
                language,
                List.of(
                        new Paper.Fact(said("Klar", "Done"), String.valueOf(about.doneOn())),
                        new Paper.Fact(said("Åtgärdskod", "Kind of measure"), about.code()),
                        new Paper.Fact(
                                said("Månader före", "Months before"),
                                span(result.windows().before())),
                        new Paper.Fact(
                                said("Utelämnat", "Left out"),
                                span(result.windows().leftOut())),
                        new Paper.Fact(
                                said("Månader efter", "Months after"),
                                span(result.windows().after()))),
                blocks,
                said("Data: ", "Data: ") + sources(),
                result.invented());
    }

    private void addCounts() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(counts(said("Målområdet", "The target"), result.target()));
        for (FollowUpAnswer.Width width : result.around()) {
            rows.add(counts(said("Runt om, ", "Around, ") + number(width.width()) + " m", width.ring()));
        }
        if (!result.comparison().isEmpty()) {
            rows.add(counts(said("Jämförelse: ", "Comparison: ") + names(), result.compared()));
        }
        blocks.add(new Block.Table(
                said("Händelser före och efter", "Incidents before and after"),
                List.of(
                        new Block.Column(said("Område", "Area"), false),
                        new Block.Column(said("Före", "Before"), true),
                        new Block.Column(said("Efter", "After"), true)),
                rows,
                result.years() > 1
                        ? said(
                                "Före: " + result.years() + " år tillsammans.",
                                "Before: " + result.years() + " years together.")
                        : ""));
    }

    private List<String> counts(String name, FollowUpAnswer.Counts counts) {
        return List.of(name, shown(counts.before()), shown(counts.after()));
    }

    private String shown(@Nullable Integer count) {
        return count == null ? said("visas inte", "not shown") : count.toString();
    }

    private String names() {
        return String.join(
                ", ",
                result.comparison().stream()
                        .map(place -> place.name().isEmpty() ? place.id() : place.name())
                        .toList());
    }

    private void addEstimates() {
        if (result.estimates().isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (FollowUpAnswer.Estimate estimate : result.estimates()) {
            String name =
                    switch (estimate.scatter()) {
                        case "poisson" -> said("Ren slump", "Pure chance");
                        case "double" -> said("Dubbel slump", "Twice chance");
                        default -> said("Som brott spretar (gäller)", "As crime scatters (valid)");
                    };
            rows.add(List.of(name, number(estimate.ratio()), interval(estimate.low(), estimate.high())));
        }
        blocks.add(
                new Block.Table(
                        said("Förändring jämfört med jämförelseområdet", "Change beside the comparison area"),
                        List.of(
                                new Block.Column(said("Spridning", "Scatter"), false),
                                new Block.Column("RES", true),
                                new Block.Column(said("95 % intervall", "95% interval"), true)),
                        rows,
                        said(
                                "Över 1 gick det bättre än jämförelsen. Rymmer intervallet 1 är förändringen inte säker.",
                                "Above 1 it did better than the comparison. Where the interval holds 1 the change is not sure.")));
    }

    private void addAround() {
        if (result.around().isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (FollowUpAnswer.Width width : result.around()) {
            Double quotient = width.wdq();
            rows.add(List.of(
                    number(width.width()) + " m",
                    quotient == null ? said("räknas inte", "not computed") : number(quotient),
                    number(Math.rint(width.wdd())) + " ("
                            + interval(Math.rint(width.wddLow()), Math.rint(width.wddHigh())) + ")",
                    width.tne() == null ? "–" : number(width.tne())));
        }
        blocks.add(new Block.Table(
                said("Omgivningen på tre bredder", "The surroundings at three widths"),
                List.of(
                        new Block.Column(said("Bredd", "Width"), false),
                        new Block.Column("WDQ", true),
                        new Block.Column("WDD (95 %)", true),
                        new Block.Column("TNE", true)),
                rows,
                said(
                        "WDQ räknas bara när målområdet klarade sig bättre än jämförelsen: över 0 fick omgivningen det också"
                                + " bättre, under 0 kan något ha flyttat.",
                        "WDQ is computed only when the target did better than the comparison: above 0 the surroundings gained"
                                + " too, below 0 something may have moved.")));
    }

    private void addNotes() {
        if (!result.notes().isEmpty()) {
            blocks.add(new Block.Heading(2, said("Att tänka på", "To bear in mind")));
            blocks.add(new Block.Bullets(
                    result.notes().stream()
                            .map(note -> said(note.sv(), note.en()))
                            .toList(),
                    false));
        }
    }

    private void addTold() {
        Told told = frozen.told();
        blocks.add(new Block.Heading(2, said("Vad gruppen skriver", "What the group writes")));
        addTold(said("Genomförande", "Implementation"), told.implementation());
        addTold(said("Processmått", "Process indicators"), told.process());
        addTold(said("Biverkningar", "Side effects"), told.sideEffects());
        addTold(said("Lärdom", "Lesson"), told.lesson());
    }

    private void addTold(String name, String text) {
        if (!text.isEmpty()) {
            blocks.add(new Block.Heading(3, name));
            blocks.add(new Block.Text(text));
        }
    }

    private void addMethods() {
        blocks.add(new Block.Method(
                "RES",
                said(
                        "a·d / (b·c): målområdet före och efter (a, b), jämförelsen före och efter (c, d). Farrington m.fl. 2007.",
                        "a·d / (b·c): the target before and after (a, b), the comparison before and after (c, d). Farrington et"
                                + " al. 2007.")));
        blocks.add(new Block.Method(
                said("Omflyttning", "Displacement"),
                "WDQ, TNE: Bowers & Johnson 2003. WDD: Wheeler & Ratcliffe 2018."));
        blocks.add(new Block.Method(
                said("Att göra om", "To do again"),
                said("Datamärke ", "Data mark ") + result.dataHash() + said(", frö ", ", seed ") + result.seed()
                        + said(", version ", ", version ") + result.version() + "."));
    }

    private String sources() {
        return String.join(
                ", ",
                result.parameters().datasets().stream()
                        .map(FollowUpAnswer.Source::name)
                        .toList());
    }

    private static String span(List<String> months) {
        return months.size() == 1 ? months.get(0) : months.get(0) + "–" + months.get(months.size() - 1);
    }

    private String interval(double low, double high) {
        return number(low) + said(" till ", " to ") + number(high);
    }

    private String number(double value) {
        return decimals.format(value == 0 ? 0 : value);
    }

    private String said(String sv, String en) {
        return english ? en : sv;
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
