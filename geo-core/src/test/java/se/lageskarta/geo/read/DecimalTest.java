package se.lageskarta.geo.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        6439031.5          | 6439031.5
        6439031,5          | 6439031.5
        6 439 031,5        | 6439031.5
        6\u00a0439\u00a0031 | 6439031
        383\u202f642       | 383642
        -89.942            | -89.942
        \u221289,942       | -89.942
        +12.5              | 12.5
        0                  | 0
        383619.73366808554 | 383619.73366808554
        """)
    void reads_numbers_as_people_write_them(String text, double number) {
        assertThat(Decimal.parse(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".5",
                "NaN",
                "Infinity",
                "-Infinity",
                "1e308",
                "3,84E+05",
                "0x1p3",
                "383619.7f",
                "1d",
                "383_642",
                "٣٨٣٦٤٢",
                "３８３６４２",
                "383,642.0",
                "6,439,031.0",
                "3/4",
                "=1+1",
                "'383619.7",
                "NULL",
                "#SAKNAS!",
                "64 39031",
                "1 2",
                "33333333333333333333333333333333333333333333333333",
                "-",
                "1-2"
            })
    void takes_nothing_else_for_a_number(String text) {
        assertThat(Decimal.parse(text)).isNaN();
    }

    @Test
    void agrees_with_the_platform_on_plain_numbers() {
        SplittableRandom random = new SplittableRandom(754);
        for (int i = 0; i < 1_000; i++) {
            String text = BigDecimal.valueOf(random.nextDouble(-1e7, 1e7))
                    .setScale(6, RoundingMode.HALF_EVEN)
                    .toPlainString();
            assertThat(Decimal.parse(text)).isEqualTo(Double.parseDouble(text));
        }
    }

    @Test
    void a_column_does_not_take_more_digits_at_once_than_divide_exactly() {
        byte[] cells = "1.12345678;99999999.99999999;        ".getBytes(StandardCharsets.UTF_8);
        DecimalColumn column = new DecimalColumn();
        assertThat(column.read(cells, 0, 10)).isEqualTo(1.12345678);
        // not a number: to be read from its text
        assertThat(column.read(cells, 11, 28)).isNaN();
        assertThat(Decimal.parse("99999999.99999999")).isEqualTo(99999999.99999999);
    }
}
