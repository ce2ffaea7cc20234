package se.lageskarta.service.documents;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import se.lageskarta.service.paper.Block;
import se.lageskarta.service.paper.Paper;
import se.lageskarta.service.paper.PaperForms;
import se.lageskarta.service.settings.SiteSettings;
import se.lageskarta.service.web.Texts;

/** Composes the paper of a document: people's words first, then what its sections quote from the other rooms. */
@Service
class ComposeDocument {
    private final FrozenPictures pictures;
    private final PictureSections picture;
    private final MonthSections month;
    private final MeasureSections measures;
    private final DutySections duties;
    private final YearSections years;
    private final CauseSections causes;
    private final Templates templates;
    private final PaperForms forms;
    private final SiteSettings site;
    private final Texts texts;
    private final Clock clock;

    ComposeDocument(
            FrozenPictures pictures,
            PictureSections picture,
            MonthSections month,
            MeasureSections measures,
            DutySections duties,
            YearSections years,
            CauseSections causes,
            Templates templates,
            PaperForms forms,
            SiteSettings site,
            Texts texts,
            Clock clock) {
        this.pictures = pictures;
        this.picture = picture;
        this.month = month;
        this.measures = measures;
        this.duties = duties;
        this.years = years;
        this.causes = causes;
        this.templates = templates;
        this.forms = forms;
        this.site = site;
        this.texts = texts;
        this.clock = clock.withZone(StoredDocument.SWEDEN);
    }

    /**
     * The paper of a document. One that is meant for a single page lists as much as the page has room for; where people's
     * own words alone take more, it becomes longer.
     *
     * @param draft true when it says on top that it has not been approved
     */
    Paper of(DocumentPlan plan, boolean draft) {
        Paper fullest = of(plan, draft, MonthSections.LINES.get(0));
        if (plan.ofKind().mostPages() != 1 || forms.pages(fullest) == 1) {
            return fullest;
        }
        return MonthSections.LINES.stream()
                .skip(1)
                .map(lines -> of(plan, draft, lines))
                .filter(paper -> forms.pages(paper) == 1)
                .findFirst()
                .orElse(fullest);
    }

    private Paper of(DocumentPlan plan, boolean draft, Material.Lines lines) {
        Wording words = new Wording(texts, Locale.forLanguageTag(plan.language()));
        Optional<PictureFacts> chosen =
                Optional.ofNullable(plan.pictureId()).flatMap(id -> pictures.find(id, plan.ofKind()));
        Material material = new Material(plan, words, chosen, LocalDate.now(clock), lines);
        List<Block> blocks = new ArrayList<>();
        if (draft) {
            blocks.add(new Block.Note(words.of("draft")));
        }
        for (Section section : plan.sections()) {
            if (section.shown()) {
                blocks.add(new Block.Heading(2, section.heading()));
                if (!section.text().isBlank()) {
                    blocks.add(new Block.Text(section.text()));
                }
                blocks.addAll(
                        plan.ofKind() == DocumentKind.MONTHLY
                                ? monthFigures(section.id(), material)
                                : figures(section.id(), plan.ofKind(), material));
            }
        }
        return new Paper(
                plan.title(),
                plan.subtitle(),
                words.language(),
                facts(material),
                blocks,
                footer(plan, material),
                chosen.map(PictureFacts::invented).orElse(false) || measures.invented(),
                plan.ofKind().mostPages() == 1);
    }

    private List<Block> monthFigures(String section, Material of) {
        return switch (section) {
            case "summary" -> month.summary(of);
            case "counts" -> picture.counts(of);
            case "places" -> month.places(of);
            case "causes" -> causes.cards(of);
            case "measures" -> month.measures(of);
            case "decisions" -> month.decisions(of);
            case "feedback" -> List.of();
            case "source" -> month.source(of);
            default -> throw new IllegalStateException("a month has no section " + section);
        };
    }

    private List<Block> figures(String section, DocumentKind kind, Material of) {
        return switch (section) {
            case "status" -> measures.light(of);
            case "effects", "follow-up" -> measures.effects(of);
            case "overdue" -> measures.late(of);
            case "resources", "consequences" -> List.of();
            case "proposals" -> measures.proposals(of);
            case "indicators" -> joined(years.indicators(of), picture.areas(of));
            case "published" -> years.published(of);
            case "pledges" -> duties.pledges(of);
            case "done" -> measures.done(of);
            case "ahead", "plan" -> measures.ahead(of);
            case "extent" -> joined(years.indicators(of), years.published(of), picture.areas(of), picture.places(of));
            case "other" -> joined(picture.year(of), duties.pledges(of), duties.agreements(of));
            case "analysis" -> joined(picture.fourFields(of), causes.cards(of), measures.effects(of));
            case "needs" -> joined(picture.sentences(of, "what", "where"), picture.areas(of));
            case "agreements" -> joined(duties.agreements(of), duties.pledges(of));
            case "decision" -> duties.politicalDecision(of);
            case "source" -> source(of);
            default -> throw new IllegalStateException(kind + " has no section " + section);
        };
    }

    @SafeVarargs
    private static List<Block> joined(List<Block>... parts) {
        List<Block> all = new ArrayList<>();
        for (List<Block> part : parts) {
            for (Block block : part) {
                // the same remark twice says nothing more
                if (!(block instanceof Block.Note) || !all.contains(block)) {
                    all.add(block);
                }
            }
        }
        return all;
    }

    /** Which picture and which data: so that whoever asks in three years finds the same. */
    private static List<Block> source(Material of) {
        if (of.picture().isEmpty()) {
            return PictureSections.missing(of);
        }
        PictureFacts picture = of.picture().get();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(of.words()
                .of(
                        "source",
                        Long.toString(picture.id()),
                        of.words().month(picture.month()),
                        picture.edition(),
                        picture.sha256())));
        blocks.add(new Block.Bullets(
                PictureFacts.list(picture.sheet().at("/scope/datasets")).stream()
                        .map(set -> of.words()
                                .of(
                                        "source.dataset",
                                        set.path("name").asString(""),
                                        set.path("rows").asLong(0)))
                        .toList(),
                false));
        return blocks;
    }

    private List<Paper.Fact> facts(Material of) {
        Wording words = of.words();
        List<Paper.Fact> facts = new ArrayList<>();
        DocumentPlan plan = of.plan();
        if (!site.municipality().isEmpty()) {
            facts.add(new Paper.Fact(words.of("municipality"), site.municipality()));
        }
        // the line below the title and the foot of a single page say the rest
        boolean single = plan.ofKind().mostPages() == 1;
        if (!single) {
            facts.add(new Paper.Fact(words.of("column.period"), words.of("period", plan.first(), plan.last())));
        }
        if (!plan.number().isEmpty()) {
            facts.add(new Paper.Fact(words.of("number"), plan.number()));
        }
        if (single) {
            return facts;
        }
        facts.add(new Paper.Fact(words.of("made-on"), words.day(of.today())));
        of.picture()
                .ifPresent(picture -> facts.add(new Paper.Fact(
                        words.of("picture"),
                        words.of("picture.name", Long.toString(picture.id()), words.month(picture.month())))));
        return facts;
    }

    private String footer(DocumentPlan plan, Material of) {
        String footer = templates.of(plan.ofKind(), plan.language()).footer();
        return placeholders(plan, of.picture(), of.today()).fill(footer);
    }

    Placeholders placeholders(DocumentPlan plan, Optional<PictureFacts> picture, LocalDate today) {
        Wording words = new Wording(texts, Locale.forLanguageTag(plan.language()));
        String municipality = site.municipality().isEmpty()
                ? picture.map(PictureFacts::place).orElse(words.of("municipality.none"))
                : site.municipality();
        return Placeholders.of(
                municipality,
                period(words, plan),
                today.toString(),
                picture.map(each -> words.of("picture.name", Long.toString(each.id()), words.month(each.month())))
                        .orElse(words.of("none")));
    }

    private static String period(Wording words, DocumentPlan plan) {
        LocalDate from = plan.first();
        LocalDate to = plan.last();
        boolean month =
                from.getDayOfMonth() == 1 && to.equals(from.plusMonths(1).minusDays(1));
        boolean year = from.getDayOfYear() == 1 && to.equals(from.plusYears(1).minusDays(1));
        if (month) {
            return words.month(java.time.YearMonth.from(from));
        }
        return year ? Integer.toString(from.getYear()) : words.of("period", from, to);
    }
}
