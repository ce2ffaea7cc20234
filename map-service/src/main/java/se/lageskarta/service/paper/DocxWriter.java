package se.lageskarta.service.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import se.lageskarta.service.web.Texts;

/**
 * Packs a paper as a Word file (ECMA-376, WordprocessingML). The fixed parts are files of ours; the same paper gives the
 * same bytes.
 */
final class DocxWriter {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final List<String> FIXED_PARTS = List.of("word/styles.xml", "word/numbering.xml");

    private final Paper paper;
    private final Texts texts;

    DocxWriter(Paper paper, Texts texts) {
        this.paper = paper;
        this.texts = texts;
    }

    byte[] bytes() {
        DocxBody body = new DocxBody(paper, texts);
        DocxParts parts = new DocxParts(paper, texts);
        byte[] document = body.bytes();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "[Content_Types].xml", parts.contentTypes());
            put(zip, "_rels/.rels", parts.packageLinks());
            put(zip, "docProps/core.xml", parts.core());
            put(zip, "docProps/app.xml", parts.app());
            put(zip, "word/document.xml", document);
            put(
                    zip,
                    "word/_rels/document.xml.rels",
                    parts.documentLinks(body.pictures().size()));
            put(zip, "word/header1.xml", parts.header());
            put(zip, "word/footer1.xml", parts.footer());
            put(zip, "word/settings.xml", parts.settings());
            for (String name : FIXED_PARTS) {
                put(zip, name, localised(name));
            }
            int number = 0;
            for (byte[] picture : body.pictures()) {
                put(zip, "word/media/image" + ++number + ".png", picture);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return out.toByteArray();
    }

    private byte[] localised(String name) throws IOException {
        String file = "/paper/" + name.substring(name.indexOf('/') + 1);
        try (InputStream in = DocxWriter.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing on the class path");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.replace("LANGUAGE", DocxParts.tag(paper.language())).getBytes(StandardCharsets.UTF_8);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
