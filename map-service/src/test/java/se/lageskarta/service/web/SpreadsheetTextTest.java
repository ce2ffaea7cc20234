package se.lageskarta.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No text that somebody wrote is calculated by the spreadsheet of whoever opens an export. */
class SpreadsheetTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+46 70",
                "-2+3",
                "@SUM(A1)",
                "|calc",
                "%0A",
                "\tcmd",
                "\r=1",
                "\n=1",
                " =1",
                "\u00a0=1",
                "\ufeff=1",
                "\u200b@x",
                "＝1+1",
                "＋1",
                "－1",
                "＠SUM(A1)",
                "=cmd|' /C calc'!A0"
            })
    void a_formula_gets_an_apostrophe(String formula) {
        assertThat(SpreadsheetText.harmless(formula)).startsWith("'");
        assertThat(SpreadsheetText.harmless(formula).replace("'", "")).isEqualTo(formula.replace("'", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
        Parken;=1+1              ~ Parken;'=1+1
        Parken, =WEBSERVICE(1)   ~ Parken, '=WEBSERVICE(1)
        a;-2+3+cmd|' /C calc'!A0 ~ a;'-2+3+cmd|' /C calc'!A0
        a;@SUM(A1);=2            ~ a;'@SUM(A1);'=2
        """)
    void a_formula_behind_a_separator_does_not_become_one_where_others_separate(String text, String expected) {
        assertThat(SpreadsheetText.harmless(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Storgatan 5", "a-b", "5 % rabatt", "Gatan, -5 grader", "x = y", "'citat", "[1,2]", " "})
    void other_text_stays_as_it_is(String text) {
        assertThat(SpreadsheetText.harmless(text)).isEqualTo(text);
    }

    @Test
    void long_text_takes_no_time() {
        String separators = ";-".repeat(500_000) + ";=1";
        assertThat(SpreadsheetText.harmless(separators)).endsWith(";'=1");
    }
}
