package se.lageskarta.service.freetext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalDataTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ring mig på 070-123 45 67 | Ring mig på [telefon]",
                "+46 70 123 45 67 eller 0513-123 45 | [telefon] eller [telefon]",
                "född 811228-9874 | född [personnummer]",
                "198112289874 | [personnummer]",
                "samordningsnummer 811288-9876 | samordningsnummer 811288-9876",
                "811228-9875 är inget personnummer | 811228-9875 är inget personnummer",
                "skriv till eva.ek@exempel.se | skriv till [e-post]",
                "bilen ABC 123 och abc12d | bilen [fordon] och [fordon]",
                "hon heter Kalla Ek och bor här | hon heter [namn] och bor här",
                "Målsägande: Anna Maria Berg | Målsägande: [namn]",
                "där bor Anna Svensson | där bor [namn]",
                "se @kalle.kula på nätet | se [konto] på nätet",
                "Mörkt efter kl 22.30 den 2026-11-22, buss 123 | Mörkt efter kl 22.30 den 2026-11-22, buss 123",
                "Stora Torget och Folkets Hus | Stora Torget och Folkets Hus"
            })
    void personal_data_are_masked_and_other_words_stay(String text, String masked) {
        assertThat(PersonalData.mask(text).text()).isEqualTo(masked);
    }

    @Test
    void what_was_masked_is_told() {
        assertThat(PersonalData.mask("Eva Olsson, eva@ek.se, 0701234567").found())
                .containsExactlyInAnyOrder(PersonalData.Kind.NAME, PersonalData.Kind.EMAIL, PersonalData.Kind.PHONE);
    }

    @Test
    void a_long_hostile_text_takes_no_time() {
        for (String part : new String[] {"0 ", "Aa ", "a.", "@a", "heter A ", "0-", "1"}) {
            String text = part.repeat(50_000 / part.length());
            assertTimeoutPreemptively(Duration.ofSeconds(2), () -> PersonalData.mask(text));
        }
    }
}
