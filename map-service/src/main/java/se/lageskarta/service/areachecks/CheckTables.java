package se.lageskarta.service.areachecks;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import se.lageskarta.service.paper.Block;
import tools.jackson.databind.JsonNode;

/** The numbers of a frozen check as tables, for each of its sides. */
final class CheckTables {
    private final JsonNode answer;
    private final CheckWords words;
    private final NumberFormat decimals;

    CheckTables(JsonNode answer, CheckWords words) {
        this.answer = answer;
        this.words = words;
        decimals = NumberFormat.getNumberInstance(words.language());
        decimals.setMaximumFractionDigits(2);
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (JsonNode side : answer.path("sides")) {
            boolean other = side.path("which").asString("").equals("alternative");
            blocks.add(new Block.Heading(2, words.of(other ? "alternative" : "area")));
            blocks.add(total(side));
            blocks.add(types(side));
            blocks.add(pattern(side));
            blocks.addAll(places(side));
            blocks.add(light(side.path("lighting")));
            blocks.addAll(measures(side));
        }
        return blocks;
    }

    private Block total(JsonNode side) {
        JsonNode total = side.path("total");
        List<List<String>> rows = new ArrayList<>();
        JsonNode outside = side.path("outside");
        if (outside.isObject()) {
            rows.add(List.of(words.of("row.outside." + outside.path("of").asString("")), outside(outside)));
        }
        rows.add(List.of(words.of("row.areas"), "" + side.at("/covered/areas").size()));
        rows.add(List.of(words.of("row.households"), number(side.at("/covered/households"))));
        rows.add(List.of(words.of("row.count"), count(total)));
        rows.add(List.of(words.of("row.rate"), rate(total)));
        rows.add(List.of(words.of("row.municipality"), number(total.path("municipalityRate"))));
        rows.add(List.of(words.of("row.verdict"), verdict(total.path("verdict"))));
        String note = words.said(side.path("coarsened"));
        return table("total", List.of(words.column("what"), words.number("value")), rows, note);
    }

    private String outside(JsonNode outside) {
        return words.of("outside.value", percent(outside.path("share")), percent(outside.path("surroundingsShare")));
    }

    private String count(JsonNode total) {
        if (total.path("count").isNull()) {
            return words.of("few");
        }
        int count = total.path("count").asInt();
        int most = total.path("atMost").asInt();
        return count == most ? "" + count : count + "–" + most;
    }

    private String rate(JsonNode total) {
        return total.path("rate").isNull()
                ? words.of("few")
                : number(total.path("rate")) + " (" + number(total.path("low")) + "–" + number(total.path("high"))
                        + ")";
    }

    private Block types(JsonNode side) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode type : side.path("types")) {
            rows.add(List.of(
                    words.said(type.path("name")),
                    number(type.path("count")),
                    percent(type.path("share")),
                    percent(type.path("municipalityShare")),
                    verdict(type.path("verdict"))));
        }
        if (rows.isEmpty()) {
            return new Block.Text(words.of("types.few"));
        }
        return table(
                "types",
                List.of(
                        words.column("type"),
                        words.number("count"),
                        words.number("share"),
                        words.number("municipality"),
                        words.column("verdict")),
                rows,
                words.of("types.note"));
    }

    private Block pattern(JsonNode side) {
        List<List<String>> rows = new ArrayList<>();
        String[] names = {"winter", "spring", "summer", "autumn"};
        for (int i = 0; i < names.length; i++) {
            rows.add(List.of(
                    words.of("season." + names[i]),
                    percent(side.path("seasons").path(i)),
                    percent(side.path("municipalitySeasons").path(i)),
                    ""));
        }
        JsonNode dark = side.path("darkness");
        rows.add(List.of(
                words.of("row.dark"),
                dark.isObject()
                        ? percent(dark.path("share")) + " (" + percent(dark.path("low")) + "–"
                                + percent(dark.path("high")) + ")"
                        : words.of("few"),
                percent(dark.path("municipalityShare")),
                dark.isObject() ? verdict(dark.path("verdict")) : ""));
        JsonNode trend = side.path("trend");
        rows.add(List.of(
                words.of("row.trend"),
                trend.isObject()
                        ? number(trend.path("ratio")) + " (" + number(trend.path("low")) + "–"
                                + number(trend.path("high")) + ")"
                        : words.of("few"),
                number(trend.path("municipalityRatio")),
                trend.isObject() ? words.of("trend." + trend.path("verdict").asString("")) : ""));
        return table(
                "pattern",
                List.of(
                        words.column("what"),
                        words.number("here"),
                        words.number("municipality"),
                        words.column("verdict")),
                rows,
                words.of("pattern.note", number(side.at("/neighbourhood/households"))));
    }

    private List<Block> places(JsonNode side) {
        List<Block> blocks = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode spot : side.path("hotspots")) {
            rows.add(List.of(
                    spot.path("name").asString(""),
                    words.of("stream." + spot.path("stream").asString("")),
                    words.of("status." + spot.path("status").asString("")),
                    number(spot.path("distance")) + " m"));
        }
        if (rows.isEmpty()) {
            blocks.add(new Block.Text(words.of("hotspots.none")));
        } else {
            blocks.add(table(
                    "hotspots",
                    List.of(
                            words.column("place"),
                            words.column("stream"),
                            words.column("status"),
                            words.number("distance")),
                    rows,
                    ""));
        }
        List<String> reasons = new ArrayList<>();
        side.at("/unsafe/reasons").forEach(reason -> reasons.add(words.of("reason." + reason.asString(""))));
        blocks.add(new Block.Text(words.of(
                "felt",
                people(side.at("/unsafe/people")),
                people(side.at("/safe/people")),
                reasons.isEmpty() ? words.of("felt.no-reasons") : String.join(", ", reasons))));
        return blocks;
    }

    private String people(JsonNode people) {
        String said = people.asString("few");
        return said.equals("few") ? words.of("felt.few") : said;
    }

    private Block light(JsonNode light) {
        if (!light.path("known").asBoolean(false)) {
            return new Block.Text(words.of("light.unknown"));
        }
        return table(
                "light",
                List.of(words.column("what"), words.number("here"), words.number("municipality")),
                List.of(
                        List.of(words.of("row.lamps"), number(light.path("lamps")), ""),
                        List.of(words.of("row.broken"), number(light.path("broken")), ""),
                        List.of(words.of("row.hectare"), number(light.path("perHectare")), ""),
                        List.of(words.of("row.ways"), number(light.path("pathMetres")) + " m", ""),
                        List.of(words.of("row.unlit"), number(light.path("unlitPathMetres")) + " m", ""),
                        List.of(
                                words.of("row.unlit-share"),
                                percent(light.path("unlitShare")),
                                percent(light.path("municipalityUnlitShare")))),
                words.of("light.note"));
    }

    private List<Block> measures(JsonNode side) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode measure : side.path("measures")) {
            rows.add(List.of(
                    measure.path("name").asString(""),
                    words.of("measure." + measure.path("status").asString("")),
                    measure.path("owner").asString(""),
                    number(measure.path("distance")) + " m"));
        }
        return rows.isEmpty()
                ? List.of(new Block.Text(words.of("measures.none")))
                : List.of(table(
                        "measures",
                        List.of(
                                words.column("measure"),
                                words.column("status"),
                                words.column("owner"),
                                words.number("distance")),
                        rows,
                        ""));
    }

    private Block table(String caption, List<Block.Column> columns, List<List<String>> rows, String note) {
        return new Block.Table(words.of("table." + caption), columns, rows, note);
    }

    private String verdict(JsonNode verdict) {
        return words.of("verdict." + verdict.asString(CheckAnswer.TOO_FEW));
    }

    private String number(JsonNode value) {
        return value.isNumber() ? decimals.format(value.asDouble()) : "–";
    }

    private String percent(JsonNode share) {
        return share.isNumber() ? Math.round(share.asDouble() * 100) + " %" : "–";
    }
}
