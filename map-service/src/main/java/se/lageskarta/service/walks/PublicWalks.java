package se.lageskarta.service.walks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.lageskarta.service.freetext.PersonalData;
import se.lageskarta.service.paper.Block;
import se.lageskarta.service.paper.Paper;
import se.lageskarta.service.web.Texts;

/**
 * What everybody may know of safety walks. A protocol for the public has no position, no picture and no name of a person;
 * words that look like personal data are masked.
 */
@Component
@Transactional(readOnly = true)
public class PublicWalks {
    private final Walks walks;
    private final Texts texts;

    PublicWalks(Walks walks, Texts texts) {
        this.walks = walks;
        this.texts = texts;
    }

    /**
     * A walk in one line.
     *
     * @param findings how many
     * @param mended how many of them have been seen to
     */
    public record Line(long id, String title, LocalDate day, int findings, int mended) {}

    /** The latest first. */
    public List<Line> all() {
        return walks.all().stream().map(this::line).toList();
    }

    public Optional<Line> find(long id) {
        return walks.find(id).map(this::line);
    }

    private Line line(Walk walk) {
        List<WalkFinding> findings = walks.findings(walk.id());
        int mended = (int) findings.stream()
                .filter(finding -> finding.status().equals("done"))
                .count();
        return new Line(walk.id(), walk.title(), walk.walkedOn(), findings.size(), mended);
    }

    /** The protocol as everybody may read it. */
    public Optional<Paper> protocol(long id, Locale language, boolean invented) {
        return walks.find(id).map(walk -> protocol(walk, language, invented));
    }

    private Paper protocol(Walk walk, Locale language, boolean invented) {
        List<Block> blocks = new ArrayList<>();
        add(blocks, "summary", walk.summary(), language);
        blocks.add(new Block.Heading(2, say("findings", language)));
        List<List<String>> rows = new ArrayList<>();
        for (WalkFinding finding : walks.findings(walk.id())) {
            rows.add(List.of(
                    Integer.toString(rows.size() + 1),
                    say("category." + finding.category(), language),
                    plain(finding.words()),
                    say("status." + finding.status(), language),
                    plain(finding.plan())));
        }
        blocks.add(
                rows.isEmpty()
                        ? new Block.Text(say("none", language))
                        : new Block.Table(
                                say("caption", language),
                                List.of(
                                        new Block.Column(say("column.number", language), true),
                                        new Block.Column(say("column.category", language), false),
                                        new Block.Column(say("column.words", language), false),
                                        new Block.Column(say("column.status", language), false),
                                        new Block.Column(say("column.plan", language), false)),
                                rows,
                                say("note", language)));
        add(blocks, "report", walk.report(), language);
        return new Paper(
                walk.title(),
                say("subtitle", language),
                language,
                List.of(
                        new Paper.Fact(say("day", language), walk.walkedOn().toString()),
                        new Paper.Fact(say("owner", language), walk.owner())),
                blocks,
                walk.owner(),
                invented);
    }

    private void add(List<Block> blocks, String name, String words, Locale language) {
        if (!words.isBlank()) {
            blocks.add(new Block.Heading(2, say(name, language)));
            blocks.add(new Block.Text(plain(words)));
        }
    }

    private static String plain(String words) {
        return PersonalData.mask(words).text();
    }

    private String say(String key, Locale language) {
        return texts.of("walk.public." + key, language);
    }
}
