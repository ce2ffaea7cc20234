package se.lageskarta.service.pictures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import se.lageskarta.service.web.Texts;

/**
 * What the picture says in words: what has changed, where, how sure that is, and what is done about it.
 *
 * @param sv in Swedish
 * @param en in English
 */
record PictureWords(List<Sentence> sv, List<Sentence> en) {
    static final PictureWords NONE = new PictureWords(List.of(), List.of());

    /** Names in one sentence. */
    private static final int MOST_NAMES = 5;
    /** Titles of measures are long, and the list of places must be seen below them without scrolling. */
    private static final int MOST_DOING = 2;

    PictureWords {
        sv = List.copyOf(sv);
        en = List.copyOf(en);
    }

    /** A sentence; {@code about} is what, where, how-sure or doing. */
    record Sentence(String about, String text) {}

    /** Writes the words of a picture. */
    interface Writer {
        PictureWords of(Picture picture);
    }

    static PictureWords of(Picture picture, Texts texts) {
        return new PictureWords(
                new Telling(picture, texts, Texts.SWEDISH).all(), new Telling(picture, texts, Texts.ENGLISH).all());
    }

    private static final class Telling {
        private final Picture picture;
        private final Texts texts;
        private final Locale language;
        private final List<Sentence> said = new ArrayList<>();

        private Telling(Picture picture, Texts texts, Locale language) {
            this.picture = picture;
            this.texts = texts;
            this.language = language;
        }

        private List<Sentence> all() {
            what();
            where();
            howSure();
            doing();
            return said;
        }

        private void what() {
            Counted all = picture.totals().all();
            String status = all.isSure()
                            || all.status().equals("too-few")
                            || all.status().equals("hidden")
                    ? all.status()
                    : all.expected() == null ? "no-history" : "no-change";
            say(
                    "what",
                    "picture.all." + status,
                    number(all.count()),
                    number(all.expected()),
                    number(all.low()),
                    number(all.high()));
            if (!picture.totals().wholeMonth()) {
                say("what", "picture.part", picture.totals().until());
            }
            disorder(picture.totals().disorder());
            types("picture.types.more", List.of("growing", "new"));
            types("picture.types.less", List.of("fading", "gone"));
            boolean none = picture.totals().types().stream()
                    .noneMatch(type -> type.counted().isSure());
            if (none && all.expected() != null) {
                say("what", "picture.types.none");
            }
        }

        /** Told for itself, never in the sum of crime. */
        private void disorder(Counted disorder) {
            if (disorder.count() != null && disorder.count() > 0) {
                String sure = disorder.isSure() ? "." + disorder.status() : "";
                say("what", "picture.disorder" + sure, number(disorder.count()), number(disorder.expected()));
            }
        }

        private void types(String key, List<String> statuses) {
            List<String> lines = picture.totals().types().stream()
                    .filter(type -> statuses.contains(type.counted().status()))
                    .map(type -> texts.of(
                            "picture.type",
                            language,
                            language.equals(Texts.SWEDISH) ? type.sv() : type.en(),
                            number(type.counted().count()),
                            number(type.counted().expected()),
                            number(type.counted().low()),
                            number(type.counted().high())))
                    .toList();
            if (!lines.isEmpty()) {
                say("what", key, String.join("; ", lines));
            }
        }

        private void where() {
            List<Place> crime = of("crime");
            List<Place> unsafety = of("unsafety");
            say("where", "picture.places", crime.size(), unsafety.size());
            for (String status : List.of("new", "growing", "returned", "fading")) {
                names(
                        "picture.places." + status,
                        picture.hotspots().stream()
                                .filter(place -> place.status().equals(status))
                                .sorted(Comparator.comparingInt(Place::rank))
                                .map(place -> place.spot().name())
                                .toList());
            }
            names(
                    "picture.places.gone",
                    picture.gone().stream()
                            .filter(gone -> gone.since().equals(picture.month().minusMonths(1)))
                            .map(gone -> gone.spot().name())
                            .toList());
            picture.fourFields().fields().stream()
                    .filter(field -> field.code().equals("high-high"))
                    .forEach(field -> names(
                            "picture.places.both",
                            field.places().stream().map(FourFields.Here::name).toList()));
        }

        private void howSure() {
            if (picture.masked()) {
                say("how-sure", "picture.about");
            }
            List<Place> crime = of("crime");
            long sure = crime.stream()
                    .filter(place -> place.inside() != null && place.inside().isSure())
                    .count();
            long few = crime.stream()
                    .filter(place ->
                            place.inside() != null && place.inside().status().equals("too-few"))
                    .count();
            boolean compared = crime.stream()
                    .anyMatch(place -> place.inside() != null && place.inside().expected() != null);
            if (!crime.isEmpty()) {
                say("how-sure", compared ? "picture.sure" : "picture.sure.none", sure, crime.size(), few);
            }
            picture.parameters().stream()
                    .filter(method -> leftOut(method) > 0)
                    .forEach(method ->
                            say("how-sure", "picture.left-out." + method.stream(), leftOut(method), method.n()));
        }

        /** Rows that could not be used; a place felt to be safe is no fault. */
        private static int leftOut(Place.Method method) {
            int safe = method.excluded().stream()
                    .filter(mix -> mix.code().equals("safe"))
                    .mapToInt(mix -> mix.count() == null ? 0 : mix.count())
                    .sum();
            return method.n() - method.used() - safe;
        }

        private void doing() {
            MeasureLines measures = picture.measures();
            int ahead = measures.overdue().size()
                    + measures.due().size()
                    + measures.open().size();
            say("doing", "picture.ahead", ahead);
            titles("picture.overdue", measures.overdue());
            titles("picture.due", measures.due());
            titles("picture.done", measures.done());
            names(
                    "doing",
                    "picture.without",
                    picture.hotspots().stream()
                            .filter(place ->
                                    List.of("new", "growing", "returned").contains(place.status()))
                            .filter(place -> place.openMeasures().isEmpty())
                            .map(place -> place.spot().name())
                            .toList());
        }

        private void titles(String key, List<MeasureLines.Line> lines) {
            if (!lines.isEmpty()) {
                say(
                        "doing",
                        key,
                        lines.size(),
                        listed(lines.stream().map(MeasureLines.Line::title).toList(), MOST_DOING));
            }
        }

        private void names(String key, List<String> names) {
            names("where", key, names);
        }

        private void names(String about, String key, List<String> names) {
            if (!names.isEmpty()) {
                say(about, key, names.size(), listed(names, about.equals("doing") ? MOST_DOING : MOST_NAMES));
            }
        }

        private String listed(List<String> names, int most) {
            String first = names.stream().limit(most).collect(Collectors.joining(", "));
            int more = names.size() - most;
            return more > 0 ? texts.of("picture.more", language, first, more) : first;
        }

        private List<Place> of(String stream) {
            return picture.hotspots().stream()
                    .filter(place -> place.stream().equals(stream))
                    .toList();
        }

        private void say(String about, String key, Object... arguments) {
            said.add(new Sentence(about, texts.of(key, language, arguments)));
        }

        /** As a text, so that no pattern groups or rounds it. */
        private String number(@org.jspecify.annotations.Nullable Number number) {
            if (number == null) {
                return "–";
            }
            double value = number.doubleValue();
            String format = value == Math.rint(value) ? "%.0f" : "%.1f";
            return String.format(language, format, value);
        }
    }
}
