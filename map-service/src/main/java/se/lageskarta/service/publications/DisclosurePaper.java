package se.lageskarta.service.publications;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import se.lageskarta.service.paper.Block;
import se.lageskarta.service.paper.Paper;
import se.lageskarta.service.publicpage.CountClass;
import se.lageskarta.service.publicpage.Words;

/** The disclosure report as a paper that can be filed beside the decision. */
@Component
class DisclosurePaper {
    private final Say say;

    DisclosurePaper(Say say) {
        this.say = say;
    }

    Paper of(PublicationPlan plan, DisclosureReport report, Locale language) {
        Sheet sheet = new Sheet(language);
        sheet.verdict(report);
        sheet.summary(report);
        sheet.smallest(report);
        sheet.neighbour(report);
        sheet.difference(report);
        sheet.cells(report);
        return new Paper(
                sheet.in("title", plan.title().in(language)),
                report.from() + " – " + report.to(),
                language,
                List.of(
                        new Paper.Fact(sheet.in("publisher"), plan.publisher()),
                        new Paper.Fact(
                                sheet.in("data"),
                                String.join(
                                        ", ",
                                        report.dataVersion().datasets().stream()
                                                .map(each -> each.name() + " (" + each.revision() + ")")
                                                .toList())),
                        new Paper.Fact(
                                sheet.in("hash"), report.dataVersion().hash().substring(0, 16))),
                sheet.blocks,
                sheet.in("footer"),
                report.invented());
    }

    /** The blocks in one language. */
    private final class Sheet {
        private final Locale language;
        private final List<Block> blocks = new ArrayList<>();

        Sheet(Locale language) {
            this.language = language;
        }

        String in(String key, Object... arguments) {
            return say.in(language, "paper." + key, arguments);
        }

        void verdict(DisclosureReport report) {
            blocks.add(new Block.Heading(2, in("verdict")));
            if (report.accepted()) {
                blocks.add(new Block.Text(in("accepted")));
            }
            for (DisclosureReport.Refusal refusal : report.refusals()) {
                blocks.add(new Block.Note(refusal.rule() + ": " + refusal.text().in(language)));
                blocks.add(new Block.Text(refusal.wayOut().in(language)));
                if (!refusal.areas().isEmpty()) {
                    blocks.add(new Block.Text(in("areas", String.join(", ", refusal.areas()))));
                }
            }
            for (DisclosureReport.NearHome near : report.measuresNearHomes()) {
                blocks.add(new Block.Note(say.in(language, "near-home", near.name(), near.metres())));
            }
        }

        void summary(DisclosureReport report) {
            DisclosureReport.Summary summary = report.summary();
            DisclosureReport.Hidden hidden = summary.cellsHidden();
            blocks.add(new Block.Heading(2, in("summary")));
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of(in("row.areas"), "" + summary.areas()));
            rows.add(List.of(in("row.households"), "" + summary.households()));
            rows.add(List.of(in("row.incidents"), in("about", summary.incidents())));
            rows.add(List.of(in("row.placed"), in("about", summary.placed())));
            rows.add(List.of(in("row.share"), in("percent", Math.round(summary.shownShare() * 100))));
            rows.add(List.of(in("row.shown"), "" + summary.cellsShown()));
            rows.add(List.of(in("row.few"), "" + hidden.few()));
            rows.add(List.of(in("row.dwelling"), "" + hidden.dwelling()));
            rows.add(List.of(in("row.complementary"), "" + hidden.complementary()));
            rows.add(List.of(in("row.crossing"), "" + hidden.crossing()));
            blocks.add(new Block.Table(
                    in("summary"),
                    List.of(column("what", false), column("number", true)),
                    rows,
                    report.noise() ? in("noise") : ""));
            DisclosureReport.Guess guess = report.guess();
            if (guess != null) {
                blocks.add(new Block.Text(guess.text().in(language)));
            }
        }

        void smallest(DisclosureReport report) {
            blocks.add(new Block.Heading(2, in("smallest")));
            if (report.smallest().isEmpty()) {
                blocks.add(new Block.Text(in("smallest.none")));
                return;
            }
            List<List<String>> rows = new ArrayList<>();
            for (DisclosureReport.Smallest each : report.smallest()) {
                rows.add(List.of(
                        each.areaName() + " (" + each.area() + ")", series(report, each.series()), "" + each.count()));
            }
            blocks.add(new Block.Table(
                    in("smallest"),
                    List.of(column("area", false), column("series", false), column("number", true)),
                    rows,
                    ""));
        }

        void neighbour(DisclosureReport report) {
            blocks.add(new Block.Heading(2, in("neighbour")));
            blocks.add(new Block.Bullets(
                    report.neighbour().stream().map(words -> words.in(language)).toList(), false));
        }

        void difference(DisclosureReport report) {
            DisclosureReport.Difference difference = report.difference();
            blocks.add(new Block.Heading(2, in("difference")));
            if (difference == null) {
                blocks.add(new Block.Text(in("difference.first")));
                return;
            }
            if (!difference.sameAreas()) {
                blocks.add(new Block.Text(
                        in("difference.areas", difference.previous().slug())));
                return;
            }
            blocks.add(new Block.Text(in(
                    "difference.text",
                    difference.previous().slug(),
                    difference.rose(),
                    difference.fell(),
                    difference.same())));
            List<List<String>> rows = new ArrayList<>();
            for (DisclosureReport.ChangedCell cell : difference.cells()) {
                rows.add(List.of(
                        cell.areaName() + " (" + cell.area() + ")",
                        series(report, cell.series()),
                        said(cell.before()),
                        said(cell.now())));
            }
            if (!rows.isEmpty()) {
                blocks.add(new Block.Table(
                        in("difference"),
                        List.of(
                                column("area", false),
                                column("series", false),
                                column("before", false),
                                column("now", false)),
                        rows,
                        ""));
            }
        }

        void cells(DisclosureReport report) {
            blocks.add(new Block.Heading(2, in("cells")));
            List<List<String>> rows = new ArrayList<>();
            for (DisclosureReport.CellReport cell : report.cells()) {
                String reason = cell.reason();
                rows.add(List.of(
                        cell.areaName() + " (" + cell.area() + ")",
                        series(report, cell.series()),
                        said(cell.countClass()),
                        reason == null ? "" : say.in(language, "reason." + reason)));
            }
            blocks.add(new Block.Table(
                    in("cells"),
                    List.of(
                            column("area", false),
                            column("series", false),
                            column("class", false),
                            column("why", false)),
                    rows,
                    in("cells.note")));
        }

        private Block.Column column(String key, boolean number) {
            return new Block.Column(in("column." + key), number);
        }

        private String said(CountClass count) {
            return say.in(language, "class." + count.code().replace("+", ""));
        }

        private String series(DisclosureReport report, String code) {
            return report.series().stream()
                    .filter(each -> each.code().equals(code))
                    .findFirst()
                    .map(DisclosureReport.SeriesReport::name)
                    .orElse(new Words(code, code))
                    .in(language);
        }
    }
}
