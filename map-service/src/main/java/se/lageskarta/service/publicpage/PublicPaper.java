package se.lageskarta.service.publicpage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import se.lageskarta.service.paper.Block;
import se.lageskarta.service.paper.Paper;

/** The page as a paper: a map of each subject, the table, and all that is told. */
final class PublicPaper {
    private final PageWords words;
    private final Release release;
    private final Function<Subject, byte[]> pictures;
    private final List<Block> blocks = new ArrayList<>();

    private PublicPaper(PageWords words, Function<Subject, byte[]> pictures) {
        this.words = words;
        release = words.release;
        this.pictures = pictures;
    }

    /** @param pictures a PNG of each subject */
    static Paper of(PageWords words, Function<Subject, byte[]> pictures) {
        return new PublicPaper(words, pictures).whole();
    }

    private Paper whole() {
        heading("summary");
        blocks.add(new Block.Text(words.of(release.text())));
        maps();
        table();
        telling();
        heading("report");
        blocks.add(new Block.Text(words.of(release.report())));
        heading("method");
        blocks.add(new Block.Bullets(words.limits(), false));
        blocks.add(new Block.Text(words.of(release.method())));
        heading("contact");
        blocks.add(new Block.Text(words.say("contact.lead") + " " + release.contact()));
        return new Paper(
                words.title(),
                words.period(),
                words.language,
                List.of(
                        new Paper.Fact(words.say("period"), words.period()),
                        new Paper.Fact(words.say("publisher"), release.publisher()),
                        new Paper.Fact(words.say("updated"), PageWords.day(release.published()))),
                blocks,
                words.source(),
                release.invented());
    }

    private void heading(String key) {
        blocks.add(new Block.Heading(2, words.say(key)));
    }

    private void maps() {
        if (release.areas().isEmpty()) {
            return;
        }
        blocks.add(new Block.NewPage());
        heading("map-part");
        blocks.add(new Block.Text(words.say("map.lead")));
        String alternative = words.say("map.alternative", release.areas().size());
        for (Subject subject : words.subjects()) {
            if (subject.letter() != 'a') {
                blocks.add(new Block.NewPage());
            }
            blocks.add(new Block.Heading(3, subject.heading()));
            blocks.add(new Block.Text(subject.holds()));
            blocks.add(new Block.Picture(pictures.apply(subject), subject.heading() + ". " + alternative, ""));
        }
    }

    private void table() {
        List<Block.Column> columns = new ArrayList<>();
        columns.add(new Block.Column(words.say("table.area"), false));
        columns.add(new Block.Column(words.say("table.households"), false));
        words.subjects().forEach(subject -> columns.add(new Block.Column(subject.heading(), false)));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < release.areas().size(); i++) {
            List<String> row = new ArrayList<>();
            row.add(release.areas().get(i).name());
            row.add(ClassWords.range(release.areas().get(i).households()));
            for (Subject subject : words.subjects()) {
                row.add(words.cell(subject.classes().get(i)));
            }
            rows.add(row);
        }
        blocks.add(new Block.NewPage());
        heading("table-part");
        String caption = words.say("table.caption", words.period());
        blocks.add(new Block.Table(caption, columns, rows, words.say("table.lead")));
    }

    private void telling() {
        TellingSections telling = new TellingSections(words, new Markup());
        if (!release.measures().isEmpty()) {
            heading("measures");
            int number = 0;
            for (Release.Measure measure : release.measures()) {
                number++;
                blocks.add(new Block.Heading(3, number + ". " + measure.name()));
                blocks.add(new Block.Text(measure.promise(words.language)));
                blocks.add(new Block.Text(String.join(" · ", telling.facts(measure))));
            }
        }
        if (!release.walks().isEmpty()) {
            heading("walks");
            List<String> lines = release.walks().stream()
                    .map(walk -> walk.title() + ", " + PageWords.day(walk.day()) + ". "
                            + words.say("walks.numbers", walk.findings(), walk.mended()))
                    .toList();
            blocks.add(new Block.Bullets(lines, false));
        }
    }
}
