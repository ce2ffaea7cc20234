package se.lageskarta.service.areachecks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A check in plain words. No sentence says more than its interval holds. */
final class Sentences {
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private final List<CheckAnswer.Side> sides;
    private final ToldNumbers numbers;
    private final List<String> sv = new ArrayList<>();
    private final List<String> en = new ArrayList<>();

    Sentences(List<CheckAnswer.Side> sides, ToldNumbers numbers) {
        this.sides = sides;
        this.numbers = numbers;
    }

    Map<String, List<String>> both() {
        for (CheckAnswer.Side side : sides) {
            boolean alternative = side.which().equals("alternative");
            if (sides.size() > 1) {
                say(alternative ? "Alternativet:" : "Området:", alternative ? "The alternative:" : "The area:");
            }
            about(side);
        }
        if (sides.size() > 1) {
            compare(sides.get(0), sides.get(1));
        }
        Plain note = numbers.periodNote();
        if (note != null) {
            say(note.sv(), note.en());
        }
        Map<String, List<String>> both = new TreeMap<>();
        both.put("sv", List.copyOf(sv));
        both.put("en", List.copyOf(en));
        return both;
    }

    static Plain tooFew() {
        return new Plain(
                "För få händelser för att lämna ett tal: färre än fem i varje planområde. Det säger varken att området är tryggt eller otryggt.",
                "Too few incidents to tell a number: fewer than five in each planner area. That says neither that the area is safe nor that it is unsafe.");
    }

    static Plain total(int count, int atMost, @Nullable Double low, @Nullable Double high, String verdict) {
        return new Plain(
                range(count, atMost, SWEDISH) + " händelser. " + comparedSv(verdict, low, high),
                range(count, atMost, Locale.ENGLISH) + " incidents. " + comparedEn(verdict, low, high));
    }

    private static String range(int count, int atMost, Locale language) {
        String least = whole(count, language);
        return count == atMost ? least : least + "–" + whole(atMost, language);
    }

    private static String comparedSv(String verdict, @Nullable Double low, @Nullable Double high) {
        if (low == null || high == null) {
            return "Det finns inget att jämföra med.";
        }
        return switch (verdict) {
            case CheckAnswer.MORE ->
                "Räknat per hushåll är det fler än i resten av kommunen, troligen %s till %s gånger så många."
                        .formatted(number(low, SWEDISH), number(high, SWEDISH));
            case CheckAnswer.FEWER ->
                "Räknat per hushåll är det färre än i resten av kommunen, troligen %s till %s gånger så många."
                        .formatted(number(low, SWEDISH), number(high, SWEDISH));
            default -> "Räknat per hushåll finns ingen säker skillnad mot resten av kommunen.";
        };
    }

    private static String comparedEn(String verdict, @Nullable Double low, @Nullable Double high) {
        if (low == null || high == null) {
            return "There is nothing to compare with.";
        }
        return switch (verdict) {
            case CheckAnswer.MORE ->
                "By household there are more than in the rest of the municipality, probably %s to %s times as many."
                        .formatted(number(low, Locale.ENGLISH), number(high, Locale.ENGLISH));
            case CheckAnswer.FEWER ->
                "By household there are fewer than in the rest of the municipality, probably %s to %s times as many."
                        .formatted(number(low, Locale.ENGLISH), number(high, Locale.ENGLISH));
            default -> "By household there is no sure difference from the rest of the municipality.";
        };
    }

    private void about(CheckAnswer.Side side) {
        CheckAnswer.Covered covered = side.covered();
        int areas = covered.areas().size();
        say(
                "Svaret gäller hela %s med tillsammans %s hushåll som det ritade området med sin omgivning ligger i, %s till %s."
                        .formatted(
                                areas == 1 ? "det planområde" : "de " + areas + " planområden",
                                whole(covered.households(), SWEDISH),
                                numbers.cover().from(),
                                numbers.cover().to()),
                "The answer is of all of %s, with %s households together, that the drawn area with its surroundings lies in, %s to %s."
                        .formatted(
                                areas == 1 ? "the planner area" : "the " + areas + " planner areas",
                                whole(covered.households(), Locale.ENGLISH),
                                numbers.cover().from(),
                                numbers.cover().to()));
        say(side.total().text().sv(), side.total().text().en());
        CheckAnswer.Outside outside = side.outside();
        if (outside != null) {
            say(outside.text().sv(), outside.text().en());
        }
        Plain coarsened = side.coarsened();
        if (coarsened != null) {
            say(coarsened.sv(), coarsened.en());
        }
        types(side);
        darkness(side.darkness());
        trend(side.trend());
        spots(side);
        light(side.lighting());
    }

    private void types(CheckAnswer.Side side) {
        for (CheckAnswer.Type type : side.types()) {
            if (type.verdict().equals(CheckAnswer.MORE)) {
                say(
                        type.name().sv() + " är en större del av händelserna här än i kommunen som helhet.",
                        type.name().en()
                                + " is a larger part of the incidents here than in the municipality as a whole.");
            } else if (type.verdict().equals(CheckAnswer.FEWER)) {
                say(
                        type.name().sv() + " är en mindre del av händelserna här än i kommunen som helhet.",
                        type.name().en()
                                + " is a smaller part of the incidents here than in the municipality as a whole.");
            }
        }
    }

    private void darkness(CheckAnswer.@Nullable Darkness dark) {
        if (dark == null) {
            say(
                    "Det går inte att säga hur stor del som händer i mörker: för få händelser med känt klockslag.",
                    "It cannot be said how large a part happens in the dark: too few incidents with a known hour.");
            return;
        }
        String more = comparedSharesSv(dark.verdict());
        String moreEn = comparedSharesEn(dark.verdict());
        say(
                "I trakten händer ungefär %s i mörker%s.".formatted(percent(dark.share()), more),
                "Hereabouts some %s happen in the dark%s.".formatted(percentEn(dark.share()), moreEn));
    }

    private static String comparedSharesSv(String verdict) {
        return switch (verdict) {
            case CheckAnswer.MORE -> ", en större del än i kommunen";
            case CheckAnswer.FEWER -> ", en mindre del än i kommunen";
            case CheckAnswer.SAME -> ", utan säker skillnad mot kommunen";
            default -> "";
        };
    }

    private static String comparedSharesEn(String verdict) {
        return switch (verdict) {
            case CheckAnswer.MORE -> ", a larger part than in the municipality";
            case CheckAnswer.FEWER -> ", a smaller part than in the municipality";
            case CheckAnswer.SAME -> ", with no sure difference from the municipality";
            default -> "";
        };
    }

    private void trend(CheckAnswer.@Nullable Trend trend) {
        if (trend == null) {
            return;
        }
        switch (trend.verdict()) {
            case CheckAnswer.MORE ->
                say(
                        "I trakten har det blivit fler det senaste året än åren före.",
                        "Hereabouts there were more in the last year than in the years before.");
            case CheckAnswer.FEWER ->
                say(
                        "I trakten har det blivit färre det senaste året än åren före.",
                        "Hereabouts there were fewer in the last year than in the years before.");
            default ->
                say(
                        "I trakten är det ingen säker förändring det senaste året.",
                        "Hereabouts there was no sure change in the last year.");
        }
    }

    private void spots(CheckAnswer.Side side) {
        if (side.hotspots().isEmpty()) {
            say(
                    "Området med sin omgivning berör ingen plats där händelser samlas eller många känner sig otrygga.",
                    "The area with its surroundings touches no place where incidents gather or many feel unsafe.");
        } else {
            List<String> names = side.hotspots().stream()
                    .map(CheckAnswer.Hotspot::name)
                    .distinct()
                    .toList();
            say(
                    "Området med sin omgivning berör " + String.join(", ", names) + ".",
                    "The area with its surroundings touches " + String.join(", ", names) + ".");
        }
    }

    private void light(CheckAnswer.Lighting lighting) {
        if (!lighting.known()) {
            say(
                    "Inget lampregister är inläst här, så belysningen behöver ses på plats.",
                    "No register of lamps has been imported here, so lighting must be seen on site.");
        } else if (lighting.pathMetres() > 0) {
            say(
                    "%s av %s meter gata och väg ligger längre än 30 meter från en fungerande lampa."
                            .formatted(
                                    whole(lighting.unlitPathMetres(), SWEDISH), whole(lighting.pathMetres(), SWEDISH)),
                    "%s of %s metres of street and path lie farther than 30 metres from a working lamp."
                            .formatted(
                                    whole(lighting.unlitPathMetres(), Locale.ENGLISH),
                                    whole(lighting.pathMetres(), Locale.ENGLISH)));
        }
    }

    /** Which of two is better is said only when their intervals part. */
    private void compare(CheckAnswer.Side one, CheckAnswer.Side other) {
        if (isAbove(one.total().low(), other.total().high())) {
            say(
                    "Räknat per hushåll händer mer i området än i alternativet.",
                    "By household more happens in the area than in the alternative.");
        } else if (isAbove(other.total().low(), one.total().high())) {
            say(
                    "Räknat per hushåll händer mer i alternativet än i området.",
                    "By household more happens in the alternative than in the area.");
        } else {
            say(
                    "Mellan området och alternativet finns ingen säker skillnad i antal händelser.",
                    "Between the area and the alternative there is no sure difference in incidents.");
        }
    }

    private static boolean isAbove(@Nullable Double low, @Nullable Double high) {
        return low != null && high != null && low > high;
    }

    private void say(String swedish, String english) {
        sv.add(swedish);
        en.add(english);
    }

    static String percent(double share) {
        return Math.round(share * 100) + " procent";
    }

    static String percentEn(double share) {
        return Math.round(share * 100) + " percent";
    }

    /** With the thousands apart: "3 443" in Swedish, "3,443" in English. */
    static String whole(long value, Locale language) {
        return String.format(language, "%,d", value);
    }

    static String number(double value, Locale language) {
        return String.format(language, value < 10 ? "%.1f" : "%.0f", value);
    }
}
