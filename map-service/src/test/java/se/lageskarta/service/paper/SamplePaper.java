package se.lageskarta.service.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** A paper with every kind of block in it. */
final class SamplePaper {
    static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private SamplePaper() {}

    static Paper whole() {
        return new Paper(
                "Lägesbild",
                "Oktober 2026, Demostad",
                SWEDISH,
                List.of(new Paper.Fact("Framtagen", "2026-11-02"), new Paper.Fact("Diarienummer", "KS 2026/114")),
                List.of(
                        new Block.Heading(2, "Läget i korthet"),
                        new Block.Text("Skadegörelse ökade vid Järnvägsgatan.\nÖvrigt är som väntat.\n\nSe kartan."),
                        new Block.Bullets(List.of("Torget: ny", "Parken: kvarstår"), false),
                        new Block.Bullets(List.of("Beslut", "Åtgärd"), true),
                        new Block.Picture(
                                png(600, 300), "Karta med 2 platser: 1 Torget, 2 Parken", "Karta. © Lantmäteriet"),
                        new Block.Heading(3, "Antal mot väntat"),
                        table(3),
                        new Block.Note("För få händelser för att säga något om cykelstölder."),
                        new Block.Method("Så räknades det", "Samma månad de tre åren före; exakt intervall 95 %."),
                        new Block.Heading(4, "Detaljer"),
                        new Block.NewPage(),
                        new Block.Heading(2, "Långt"),
                        table(70)),
                "Räddningstjänst, polis, bostadsbolag",
                true);
    }

    static Block.Table table(int rows) {
        return new Block.Table(
                "Händelser efter typ",
                List.of(
                        new Block.Column("Typ", false),
                        new Block.Column("Antal", true),
                        new Block.Column("Väntat", true)),
                IntStream.rangeClosed(1, rows)
                        .mapToObj(row -> List.of("Skadegörelse " + row, "" + row, "12,3 (8–17)"))
                        .toList(),
                "Intervallet täcker 95 %.");
    }

    static Paper with(Block... blocks) {
        return new Paper("Prov", "", SWEDISH, List.of(), List.of(blocks), "", false);
    }

    static byte[] png(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return out.toByteArray();
    }
}
