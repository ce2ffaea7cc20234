package se.lageskarta.service.documents;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.paper.Block;
import se.lageskarta.service.web.Texts;
import tools.jackson.databind.JsonNode;

/** Words and numbers of a document in its language. */
record Wording(Texts texts, Locale language) {
    private static final String UNKNOWN = "–";

    String of(String key, Object... arguments) {
        return texts.of("document." + key, language, arguments);
    }

    /** The word of a code, or the code when it has none. */
    String code(String family, String code) {
        return texts.orElse("document." + family + "." + code, code, language);
    }

    String day(@Nullable LocalDate day) {
        return day == null ? UNKNOWN : day.toString();
    }

    String month(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("LLLL yyyy", language));
    }

    /** As many decimals as given, at most; a dash for null. */
    String number(@Nullable Double number, int decimals) {
        if (number == null) {
            return UNKNOWN;
        }
        NumberFormat format = NumberFormat.getInstance(language);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }

    /** A count of a picture; null means that it is not shown. */
    String count(JsonNode counted) {
        Double count = PictureFacts.number(counted, "count");
        return count == null ? of("hidden") : number(count, 0);
    }

    /** What earlier years let expect, with its interval. */
    String expected(JsonNode counted) {
        Double expected = PictureFacts.number(counted, "expected");
        if (expected == null) {
            return UNKNOWN;
        }
        return of(
                "expected",
                number(expected, 1),
                number(PictureFacts.number(counted, "low"), 0),
                number(PictureFacts.number(counted, "high"), 0));
    }

    String status(JsonNode counted) {
        return code("status", counted.path("status").asString(""));
    }

    Block.Column words(String key) {
        return new Block.Column(of("column." + key), false);
    }

    Block.Column figures(String key) {
        return new Block.Column(of("column." + key), true);
    }

    Block.Method method(String key, Object... arguments) {
        return new Block.Method(of("method.title"), of("method." + key, arguments));
    }
}
