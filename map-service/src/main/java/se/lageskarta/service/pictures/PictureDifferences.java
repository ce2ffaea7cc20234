package se.lageskarta.service.pictures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.service.web.Texts;
import tools.jackson.databind.JsonNode;

/** Says in words what differs between a picture as it was frozen and as it would be now. */
@Component
class PictureDifferences {
    private final Texts texts;

    PictureDifferences(Texts texts) {
        this.texts = texts;
    }

    /**
     * One difference.
     *
     * @param field where in the picture, such as {@code totals.types.SKA}
     * @param then as it was frozen; null for nothing or hidden
     * @param now as it would be; null for nothing or hidden
     */
    record Difference(
            String field, @Nullable String then, @Nullable String now, String sv, String en) {}

    /** Both as they are written. */
    List<Difference> between(JsonNode then, JsonNode now) {
        List<Difference> found = new ArrayList<>();
        sources(then, now, found);
        if (then.at("/totals").has("disorder")) {
            // before, everything was counted as one: not the same number
            count(
                    found,
                    "totals.all",
                    "picture.diff.all",
                    "",
                    then.at("/totals/all/count"),
                    now.at("/totals/all/count"));
        }
        types(then, now, found);
        places(then, now, found);
        measures(then, now, found);
        areas(then, now, found);
        return List.copyOf(found);
    }

    private void sources(JsonNode then, JsonNode now, List<Difference> found) {
        both(
                then.at("/scope/datasets"),
                now.at("/scope/datasets"),
                one -> one.get("id").asString(),
                (id, a, b) -> {
                    String field = "scope.datasets." + id;
                    if (a == null || b == null) {
                        String key = a == null ? "picture.diff.dataset.new" : "picture.diff.dataset.gone";
                        add(found, field, rows(a), rows(b), key, name(a == null ? b : a));
                    } else if (a.get("revision").asLong() != b.get("revision").asLong()) {
                        add(found, field, rows(a), rows(b), "picture.diff.dataset", name(b), rows(a), rows(b));
                    }
                });
    }

    private void types(JsonNode then, JsonNode now, List<Difference> found) {
        both(
                then.at("/totals/types"),
                now.at("/totals/types"),
                one -> one.get("code").asString(),
                (code, a, b) -> {
                    JsonNode told = a == null ? b : a;
                    count(
                            found,
                            "totals.types." + code,
                            "picture.diff.type",
                            new Named(told),
                            a == null ? null : a.get("count"),
                            b == null ? null : b.get("count"));
                    if (a != null && b != null && !text(a, "status").equals(text(b, "status"))) {
                        add(
                                found,
                                "totals.types." + code + ".status",
                                text(a, "status"),
                                text(b, "status"),
                                "picture.diff.type.status",
                                new Named(told),
                                new Status(text(a, "status")),
                                new Status(text(b, "status")));
                    }
                });
    }

    private void places(JsonNode then, JsonNode now, List<Difference> found) {
        both(then.get("hotspots"), now.get("hotspots"), PictureDifferences::spot, (spot, a, b) -> {
            String field = "hotspots." + spot;
            if (a == null || b == null) {
                String key = a == null ? "picture.diff.place.new" : "picture.diff.place.gone";
                JsonNode told = Objects.requireNonNull(a == null ? b : a);
                add(
                        found,
                        field,
                        a == null ? null : size(a),
                        b == null ? null : size(b),
                        key,
                        name(told.get("spot")),
                        size(told));
                return;
            }
            count(
                    found,
                    field + ".count",
                    "picture.diff.place.count",
                    name(b.get("spot")),
                    a.get("count"),
                    b.get("count"));
            if (!text(a, "status").equals(text(b, "status"))) {
                add(
                        found,
                        field + ".status",
                        text(a, "status"),
                        text(b, "status"),
                        "picture.diff.place.status",
                        name(b.get("spot")),
                        new Status(text(a, "status")),
                        new Status(text(b, "status")));
            }
            String was = name(a.get("spot"));
            if (!was.equals(name(b.get("spot")))) {
                add(
                        found,
                        field + ".name",
                        was,
                        name(b.get("spot")),
                        "picture.diff.place.name",
                        was,
                        name(b.get("spot")));
            }
        });
    }

    private void measures(JsonNode then, JsonNode now, List<Difference> found) {
        Map<String, JsonNode> before = measures(then);
        Map<String, JsonNode> after = measures(now);
        TreeSet<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        for (String id : all) {
            JsonNode a = before.get(id);
            JsonNode b = after.get(id);
            String field = "measures." + id;
            if (a == null || b == null) {
                String key = a == null ? "picture.diff.measure.new" : "picture.diff.measure.gone";
                add(found, field, null, null, key, text(Objects.requireNonNull(a == null ? b : a), "title"));
            } else if (!text(a, "status").equals(text(b, "status"))) {
                add(
                        found,
                        field + ".status",
                        text(a, "status"),
                        text(b, "status"),
                        "picture.diff.measure.status",
                        text(b, "title"),
                        new Status(text(a, "status")),
                        new Status(text(b, "status")));
            }
        }
    }

    private void areas(JsonNode then, JsonNode now, List<Difference> found) {
        both(then.get("areas"), now.get("areas"), one -> one.get("id").asString(), (id, a, b) -> {
            if (a == null || b == null) {
                return;
            }
            count(found, "areas." + id + ".count", "picture.diff.area.count", name(b), a.get("count"), b.get("count"));
            count(
                    found,
                    "areas." + id + ".influence",
                    "picture.diff.area.influence",
                    name(b),
                    a.get("influence"),
                    b.get("influence"));
        });
    }

    private static Map<String, JsonNode> measures(JsonNode picture) {
        Map<String, JsonNode> lines = new LinkedHashMap<>();
        for (String group : List.of("overdue", "due", "open", "done")) {
            picture.at("/measures/" + group)
                    .forEach(line -> lines.put(line.get("id").asString(), line));
        }
        return lines;
    }

    private void count(
            List<Difference> found,
            String field,
            String key,
            Object name,
            @Nullable JsonNode then,
            @Nullable JsonNode now) {
        String a = shown(then);
        String b = shown(now);
        if (!a.equals(b)) {
            add(found, field, a, b, key, name, a, b);
        }
    }

    private void add(
            List<Difference> found,
            String field,
            @Nullable String then,
            @Nullable String now,
            String key,
            Object... arguments) {
        found.add(new Difference(
                field, then, now, words(key, Texts.SWEDISH, arguments), words(key, Texts.ENGLISH, arguments)));
    }

    private String words(String key, Locale language, Object... arguments) {
        Object[] said = Stream.of(arguments)
                .map(argument -> argument instanceof Status status
                        ? texts.orElse("picture.status." + status.code, status.code, language)
                        : argument instanceof Named named ? named.in(language) : argument)
                .toArray();
        return texts.of(key, language, said);
    }

    /** A status, told in the language of the sentence. */
    private record Status(String code) {}

    /** Something with a name in both languages. */
    private record Named(@Nullable JsonNode of) {
        String in(Locale language) {
            return of == null ? "" : text(of, language.equals(Texts.SWEDISH) ? "sv" : "en");
        }
    }

    private interface Pair {
        void told(String id, @Nullable JsonNode then, @Nullable JsonNode now);
    }

    private static void both(JsonNode then, JsonNode now, Function<JsonNode, String> id, Pair told) {
        Map<String, JsonNode> before = byId(then, id);
        Map<String, JsonNode> after = byId(now, id);
        before.forEach((key, one) -> told.told(key, one, after.get(key)));
        after.forEach((key, one) -> {
            if (!before.containsKey(key)) {
                told.told(key, null, one);
            }
        });
    }

    private static Map<String, JsonNode> byId(JsonNode array, Function<JsonNode, String> id) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        StreamSupport.stream(array.spliterator(), false).forEach(one -> found.put(id.apply(one), one));
        return found;
    }

    private static String spot(JsonNode place) {
        String id = place.at("/spot/id").asString();
        return id.equals("0") ? text(place, "hotspot") : id;
    }

    private static String size(JsonNode place) {
        return shown(place.get(text(place, "stream").equals("unsafety") ? "people" : "count"));
    }

    private static String rows(@Nullable JsonNode dataset) {
        return dataset == null ? "0" : shown(dataset.get("rows"));
    }

    private static String name(@Nullable JsonNode of) {
        return of == null ? "" : text(of, "name");
    }

    private static String text(JsonNode of, String member) {
        JsonNode value = of.get(member);
        return value == null || value.isNull() ? "" : value.asString();
    }

    private static String shown(@Nullable JsonNode count) {
        return count == null || count.isNull() ? "–" : count.asString();
    }
}
