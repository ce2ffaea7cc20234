package se.lageskarta.service.areachecks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {
    @Test
    void large_counts_are_written_as_each_language_writes_them() {
        Plain total = Sentences.total(1234, 12_345, null, null, "");

        assertThat(total.sv().replace('\u00a0', ' ')).startsWith("1 234–12 345 händelser.");
        assertThat(total.en()).startsWith("1,234–12,345 incidents.");
    }
}
