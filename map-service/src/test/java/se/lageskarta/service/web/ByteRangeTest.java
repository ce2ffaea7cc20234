package se.lageskarta.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ByteRangeTest {
    private static final String TAG = "\"v1\"";

    @ParameterizedTest
    @CsvSource({"bytes=0-9,0-9", "bytes=90-,90-99", "bytes=-10,90-99", "bytes=50-500,50-99", "bytes=-500,0-99"})
    void one_part_is_answered_206_with_where_it_lies(String range, String part) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        ByteRange.asked(asking(range), TAG, 100).orElseThrow().head(response);

        assertThat(response.getStatus()).isEqualTo(206);
        assertThat(response.getHeader("Content-Range")).isEqualTo("bytes " + part + "/100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=200-300", "bytes=-0"})
    void a_part_beyond_the_end_is_416_with_the_length(String range) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        ByteRange part = ByteRange.asked(asking(range), TAG, 100).orElseThrow();
        part.head(response);

        assertThat(part.size()).isZero();
        assertThat(response.getStatus()).isEqualTo(416);
        assertThat(response.getHeader("Content-Range")).isEqualTo("bytes */100");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bytes=0-1,5-6", "bytes=-", "bytes=9-3", "rows=0-9", "bytes=a-b", "bytes=0-99999999999999999999"
            })
    void what_cannot_be_read_and_several_parts_get_the_whole(String range) {
        assertThat(ByteRange.asked(asking(range), TAG, 100)).isEmpty();
    }

    @Test
    void a_part_of_another_version_gets_the_whole() {
        MockHttpServletRequest request = asking("bytes=0-9");
        request.addHeader("If-Range", "\"v0\"");

        assertThat(ByteRange.asked(request, TAG, 100)).isEmpty();
    }

    private static MockHttpServletRequest asking(String range) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.addHeader("Range", range);
        return request;
    }
}
