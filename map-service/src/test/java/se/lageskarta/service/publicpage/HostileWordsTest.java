package se.lageskarta.service.publicpage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and texts are written by people; none of them becomes markup, a script or a link that runs. */
class HostileWordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "</title></svg></table><iframe src=//x>",
                "<!--",
                "javascript:alert(1)",
                "{0} ${x} %s &lt;b&gt; \\u0000",
                "a\u0000b\u202Ec\uD800d"
            })
    void words_stay_words(String words) {
        Release hostile = HostileRelease.of(words);
        MapPlan plan = MapPlan.of(hostile);
        PageWords page = PublicPageFiles.swedish(hostile);
        for (PublicFile file :
                new PublicFile[] {MainPage.of(plan, page), EmbedPage.of(plan, page), StatementPage.of(page)}) {
            String html = new String(file.bytes(), java.nio.charset.StandardCharsets.UTF_8);
            // what stands between quotation marks is a value, whatever it looks like
            String plain =
                    html.replace("<script src=\"page.js\" defer></script>", "").replaceAll("=\"[^\"]*\"", "=\"\"");
            assertThat(html).doesNotContainPattern("href=\"?javascript");
            assertThat(plain)
                    .doesNotContain("<script", "<img", "<iframe", "<!--", "\u0000", "\u202E")
                    .doesNotContainPattern("<[a-z]+ [^>]*\\son[a-z]+\\s*=");
        }
    }

    @Test
    void only_addresses_of_mail_and_pages_become_links() {
        assertThat(contact("trygghet@kommun.se")).contains("href=\"mailto:trygghet@kommun.se\"");
        assertThat(contact("https://kommun.se/fel?x=1&y=2")).contains("href=\"https://kommun.se/fel?x=1&amp;y=2\"");
        assertThat(contact("javascript:alert(1)")).doesNotContain("href");
        assertThat(contact("data:text/html,x")).doesNotContain("href");
        assertThat(contact("a@b\" onclick=x")).doesNotContain("href");
    }

    private static String contact(String contact) {
        Markup page = new Markup();
        PageFrame.contact(page, contact);
        return page.toString();
    }
}
