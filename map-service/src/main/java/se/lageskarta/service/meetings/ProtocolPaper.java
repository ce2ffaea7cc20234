package se.lageskarta.service.meetings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.service.paper.Block;
import se.lageskarta.service.paper.Block.Column;
import se.lageskarta.service.paper.Paper;
import se.lageskarta.service.paper.Paper.Fact;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.settings.SiteSettings;
import se.lageskarta.service.web.Texts;

/**
 * Writes the protocol of a meeting: who came, which picture it was held on, what was said of each item, what was decided,
 * what is due, and the month's numbers as an appendix. A protocol that has been approved says the same for ever, with its
 * addenda.
 */
@Component
class ProtocolPaper {
    private final Texts texts;
    private final SiteSettings site;
    private final ReadContent contents;
    private final Around around;

    ProtocolPaper(Texts texts, SiteSettings site, ReadContent contents, Around around) {
        this.texts = texts;
        this.site = site;
        this.contents = contents;
        this.around = around;
    }

    Paper of(Entry<Meeting> entry, Locale language) {
        return new Writing(entry, language).paper();
    }

    /** One protocol in one language. */
    private final class Writing {
        private final Entry<Meeting> entry;
        private final Meeting meeting;
        private final MeetingPlan plan;
        private final ProtocolContent content;
        private final Locale language;
        private final List<Block> blocks = new ArrayList<>();

        Writing(Entry<Meeting> entry, Locale language) {
            this.entry = entry;
            this.meeting = entry.state();
            this.plan = meeting.plan();
            this.content = contents.of(entry);
            this.language = language;
        }

        Paper paper() {
            if (!plan.secrecy().isEmpty()) {
                blocks.add(new Block.Note(t("protocol.secrecy", plan.secrecy())));
            }
            if (meeting.approved() == null) {
                blocks.add(new Block.Note(t("protocol.draft")));
            }
            if (plan.kind().equals(MeetingPlan.SSPF)) {
                blocks.add(new Block.Note(t("protocol.extract")));
            }
            attendance();
            agenda();
            decisions("protocol.decisions", content.decisions());
            decisions("protocol.earlier", content.earlier());
            measures("protocol.measures", "protocol.due", content.measures());
            measures("protocol.follow-ups", "protocol.done", content.followUps());
            addenda();
            appendix();
            PictureSeen picture = content.picture();
            return new Paper(
                    t("protocol.title", plan.title()),
                    plan.heldOn() + (site.municipality().isEmpty() ? "" : " · " + site.municipality()),
                    language,
                    facts(),
                    blocks,
                    t("protocol.footer", "" + entry.id()),
                    picture != null && picture.invented());
        }

        private List<Fact> facts() {
            List<Fact> facts = new ArrayList<>();
            fact(facts, "protocol.kind", t("protocol.kind." + plan.kind()));
            fact(facts, "protocol.when", (plan.heldOn() + " " + plan.startsAt()).strip());
            fact(facts, "protocol.place", plan.place());
            fact(facts, "protocol.chair", plan.chair());
            PictureSeen picture = content.picture();
            if (picture != null) {
                fact(
                        facts,
                        "protocol.picture",
                        t("protocol.picture-words", picture.month(), "" + picture.id(), picture.hash()));
            }
            Meeting.Approved approved = meeting.approved();
            fact(
                    facts,
                    "protocol.approved",
                    approved == null
                            ? t("protocol.not-yet")
                            : approved.at()
                                    .atZone(EditMeetings.SWEDEN)
                                    .toLocalDate()
                                    .toString());
            fact(
                    facts,
                    "protocol.next",
                    plan.nextOn() == null ? "" : plan.nextOn().toString());
            return facts;
        }

        private void fact(List<Fact> facts, String key, String value) {
            if (!value.isEmpty()) {
                facts.add(new Fact(t(key), value));
            }
        }

        private void attendance() {
            heading("protocol.attendance");
            table(
                    "protocol.attendance",
                    List.of("protocol.organisation", "protocol.presence", "protocol.number"),
                    plan.attendance().stream()
                            .map(each -> List.of(
                                    each.organisation(),
                                    t("protocol.attendance." + each.state()),
                                    each.number() == null ? "" : each.number().toString()))
                            .toList(),
                    "protocol.no-attendance");
        }

        private void agenda() {
            heading("protocol.agenda");
            if (plan.agenda().isEmpty()) {
                blocks.add(new Block.Text(t("protocol.no-agenda")));
            }
            int number = 0;
            for (AgendaItem item : plan.agenda()) {
                number++;
                blocks.add(new Block.Heading(3, number + ". " + title(item)));
                blocks.add(new Block.Text(item.notes().isEmpty() ? t("protocol.no-notes") : item.notes()));
            }
        }

        private String title(AgendaItem item) {
            if (!item.title().isEmpty()) {
                return item.title();
            }
            Long spot = item.spotId();
            return spot == null
                    ? t("protocol.item." + item.kind())
                    : around.spotName(spot).orElse(t("protocol.item.spot"));
        }

        private void decisions(String title, List<ProtocolContent.DecisionLine> lines) {
            heading(title);
            table(
                    title,
                    List.of("protocol.what", "protocol.who", "protocol.until", "protocol.state"),
                    lines.stream()
                            .map(line -> List.of(line.text(), line.owner(), day(line.until()), state(line)))
                            .toList(),
                    "protocol.no-decisions");
        }

        private String state(ProtocolContent.DecisionLine line) {
            String state = t(line.overdue() ? "protocol.overdue" : "protocol.state." + line.state());
            return line.followUp().isEmpty() ? state : state + ": " + line.followUp();
        }

        private void measures(String title, String day, List<ProtocolContent.MeasureLine> lines) {
            heading(title);
            table(
                    title,
                    List.of("protocol.measure", "protocol.who", day),
                    lines.stream()
                            .map(line -> List.of(
                                    line.title(),
                                    line.owner(),
                                    day(line.doneOn() == null ? line.dueOn() : line.doneOn())
                                            + (line.overdue() ? " " + t("protocol.late") : "")))
                            .toList(),
                    "protocol.no-measures");
        }

        private void addenda() {
            if (meeting.addenda().isEmpty()) {
                return;
            }
            heading("protocol.addenda");
            meeting.addenda().forEach(each -> blocks.add(new Block.Text(day(each.writtenOn()) + ": " + each.text())));
        }

        /** The month's counts; those too few to be told on a paper that leaves the group are words. */
        private void appendix() {
            PictureSeen picture = content.picture();
            if (picture == null) {
                return;
            }
            blocks.add(new Block.NewPage());
            heading("protocol.appendix");
            List<List<String>> rows =
                    picture.types().stream().map(this::counted).toList();
            if (rows.isEmpty()) {
                blocks.add(new Block.Text(t("protocol.no-counts")));
                return;
            }
            blocks.add(new Block.Table(
                    t("protocol.counts", picture.month()),
                    List.of(
                            new Column(t("protocol.type"), false),
                            new Column(t("protocol.count"), true),
                            new Column(t("protocol.expected"), true),
                            new Column(t("protocol.status"), false)),
                    rows,
                    t("protocol.counts-note")));
            places(picture);
        }

        private List<String> counted(PictureSeen.TypeLine type) {
            boolean told = type.count() != null;
            String expected = type.expected() == null || type.low() == null || type.high() == null
                    ? "–"
                    : t("protocol.interval", number(type.expected()), number(type.low()), number(type.high()));
            return List.of(
                    language.getLanguage().equals("en") ? type.en() : type.sv(),
                    told ? "" + type.count() : t("protocol.few"),
                    told ? expected : "–",
                    texts.orElse("protocol.status." + type.status(), type.status(), language));
        }

        private void places(PictureSeen picture) {
            if (picture.spots().isEmpty()) {
                return;
            }
            blocks.add(new Block.Table(
                    t("protocol.places"),
                    List.of(new Column(t("protocol.item.spot"), false), new Column(t("protocol.status"), false)),
                    picture.spots().stream()
                            .limit(MakeAgenda.MOST_SPOTS)
                            .map(spot -> List.of(
                                    spot.name(),
                                    texts.orElse("protocol.status." + spot.status(), spot.status(), language)))
                            .toList(),
                    ""));
        }

        private void heading(String key) {
            blocks.add(new Block.Heading(2, t(key)));
        }

        private void table(String caption, List<String> columns, List<List<String>> rows, String none) {
            if (rows.isEmpty()) {
                blocks.add(new Block.Text(t(none)));
                return;
            }
            blocks.add(new Block.Table(
                    t(caption),
                    columns.stream()
                            .map(key -> new Column(t(key), key.equals("protocol.number")))
                            .toList(),
                    rows,
                    ""));
        }

        private String number(double value) {
            return String.format(language, "%.1f", value);
        }

        private String day(java.time.@Nullable LocalDate day) {
            return day == null ? "–" : day.toString();
        }

        private String t(String key, Object... arguments) {
            return texts.of(key, language, arguments);
        }
    }
}
