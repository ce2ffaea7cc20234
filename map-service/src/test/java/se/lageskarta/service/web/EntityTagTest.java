package se.lageskarta.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntityTagTest {
    @Test
    void the_same_parts_give_the_same_tag_and_their_borders_count() {
        assertThat(EntityTag.of("ab", "c")).isEqualTo(EntityTag.of("ab", "c"));
        assertThat(EntityTag.of("ab", "c")).isNotEqualTo(EntityTag.of("a", "bc"));
    }

    @Test
    void is_strong_and_tells_the_zipped_form_apart() {
        EntityTag tag = EntityTag.of("x");

        assertThat(tag.header(false)).matches("\"[\\w-]{16}\"");
        assertThat(tag.header(true)).isNotEqualTo(tag.header(false));
    }

    @Test
    void is_found_in_what_a_client_has() {
        EntityTag tag = EntityTag.of("x");

        assertThat(tag.isIn("\"other\", " + tag.header(true))).isTrue();
        assertThat(tag.isIn("W/" + tag.header(false))).isTrue();
        assertThat(tag.isIn("*")).isTrue();
        assertThat(tag.isIn("\"other\"")).isFalse();
        assertThat(tag.isIn(null)).isFalse();
    }
}
