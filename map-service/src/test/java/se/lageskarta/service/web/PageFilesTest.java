package se.lageskarta.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageFilesTest {
    private static PageFiles of(String... addressesAndContents) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < addressesAndContents.length; i += 2) {
            files.put(addressesAndContents[i], addressesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return new PageFiles(files);
    }

    @Test
    void a_changed_file_gets_a_new_address_and_so_do_the_files_that_may_import_it() {
        PageFiles before = of("/map/app.js", "one", "/map/lib/a.js", "two");
        PageFiles after = of("/map/app.js", "one", "/map/lib/a.js", "three");
        assertThat(after.address("/map/lib/a.js")).isNotEqualTo(before.address("/map/lib/a.js"));
        assertThat(after.address("/map/app.js")).isNotEqualTo(before.address("/map/app.js"));
    }

    @Test
    void a_file_that_comes_goes_or_moves_gives_new_addresses_too() {
        PageFiles before = of("/a.js", "one", "/b.js", "two");
        assertThat(of("/a.js", "one").build()).isNotEqualTo(before.build());
        assertThat(of("/a.js", "two", "/b.js", "one").build()).isNotEqualTo(before.build());
        assertThat(of("/a.js", "onetwo", "/b.js", "").build()).isNotEqualTo(before.build());
    }

    @Test
    void the_same_files_have_the_same_addresses_whatever_order_they_are_found_in() {
        assertThat(of("/b.js", "two", "/a.js", "one").build())
                .isEqualTo(of("/a.js", "one", "/b.js", "two").build());
        assertThat(new PageFiles().build())
                .isEqualTo(new PageFiles().build())
                .matches("[0-9a-f]{16}")
                .isNotEqualTo(of().build());
    }

    @Test
    void a_page_leads_to_the_lasting_addresses_of_its_own_files_and_leaves_all_others_as_they_are() {
        PageFiles files = of("/a.js", "one");
        String page = "<link href=\"/styles/base.css\"><script src=\"/map/app.js\"></script><a href=\"/public\">"
                + "<link href=\"/webjars/leaflet/1.9.4/dist/leaflet.css\"><use href=\"/images/x.svg#mark\"><a href=\"#map\">";
        assertThat(files.in(page))
                .isEqualTo("<link href=\"" + files.address("/styles/base.css") + "\"><script src=\""
                        + files.address("/map/app.js") + "\"></script><a href=\"/public\">"
                        + "<link href=\"/webjars/leaflet/1.9.4/dist/leaflet.css\"><use href=\""
                        + files.address("/images/x.svg") + "#mark\"><a href=\"#map\">");
    }
}
