package se.lageskarta.service.documents;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.lageskarta.service.paper.Block;
import se.lageskarta.service.paper.Paper;

/**
 * A paper as JSON, so that a page shows the same words and numbers as its files.
 *
 * @param blocks each with {@code type} and the members of that block; pictures as {@code data:} addresses
 */
record PaperPreview(
        String title,
        String subtitle,
        String language,
        List<Paper.Fact> facts,
        List<Map<String, Object>> blocks,
        String footer,
        boolean invented) {
    static PaperPreview of(Paper paper) {
        return new PaperPreview(
                paper.title(),
                paper.subtitle(),
                paper.language().toLanguageTag(),
                paper.facts(),
                paper.blocks().stream().map(PaperPreview::told).toList(),
                paper.footer(),
                paper.invented());
    }

    private static Map<String, Object> told(Block block) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("type", block.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT));
        if (block instanceof Block.Heading heading) {
            told.put("rank", heading.rank());
            told.put("text", heading.text());
        } else if (block instanceof Block.Text text) {
            told.put("text", text.text());
        } else if (block instanceof Block.Note note) {
            told.put("text", note.text());
        } else if (block instanceof Block.Bullets bullets) {
            told.put("lines", bullets.lines());
            told.put("numbered", bullets.numbered());
        } else if (block instanceof Block.Table table) {
            told.put("caption", table.caption());
            told.put("columns", table.columns());
            told.put("rows", table.rows());
            told.put("note", table.note());
        } else if (block instanceof Block.Picture picture) {
            told.put("image", "data:image/png;base64," + Base64.getEncoder().encodeToString(picture.png()));
            told.put("alternative", picture.alternative());
            told.put("caption", picture.caption());
        } else if (block instanceof Block.Method method) {
            told.put("title", method.title());
            told.put("text", method.text());
        }
        return told;
    }
}
