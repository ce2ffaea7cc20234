package se.lageskarta.service.publicpage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.lageskarta.service.paper.PdfCheck;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PublicFilesTest {
    private static final Release TOWN = InventedRelease.town();
    private static final Map<String, PublicFile> FILES = PublicPageFiles.of(TOWN);
    private static final List<String> PAGES = List.of(
            "index.html", "en.html", "embed.html", "embed-en.html", "tillganglighet.html", "tillganglighet-en.html");
    private static final Pattern LINK = Pattern.compile(" (?:href|src)=(?:\"([^\"]*)\"|([^\\s>]+))");
    private static final String AUTHORITY = "https://www.digg.se/tdosanmalan";

    @Test
    void the_same_release_gives_the_same_bytes() {
        Map<String, PublicFile> again = PublicPageFiles.of(InventedRelease.town());

        assertThat(again.keySet()).containsExactlyElementsOf(FILES.keySet());
        FILES.forEach(
                (path, file) -> assertThat(again.get(path).bytes()).as(path).isEqualTo(file.bytes()));
    }

    @Test
    void every_link_leads_to_a_file_beside_it_or_a_place_on_the_page() {
        for (String page : PAGES) {
            String html = PublicPageFiles.text(FILES, page);
            for (String link : links(html)) {
                if (link.startsWith("#")) {
                    assertThat(html).as(page + " " + link).containsPattern(" id=\"?" + link.substring(1) + "[\" >]");
                } else if (!link.equals(AUTHORITY) && !link.equals("mailto:" + TOWN.contact())) {
                    assertThat(FILES).as(page).containsKey(link);
                }
            }
        }
    }

    @Test
    void nothing_is_loaded_from_elsewhere_and_no_script_or_style_stands_in_a_page() {
        FILES.forEach((path, file) -> {
            if (path.matches(".*\\.(html|css|js|svg)")) {
                String text = PublicPageFiles.text(FILES, path)
                        .replace("http://www.w3.org/2000/svg", "")
                        .replace(AUTHORITY, "");
                assertThat(text).as(path).doesNotContain("://", "@import").doesNotContainPattern("url\\((?!#)");
                assertThat(text).as(path).doesNotContain("innerHTML", "eval(");
            }
            if (path.endsWith(".html")) {
                assertThat(PublicPageFiles.text(FILES, path))
                        .as(path)
                        .doesNotContain("<style", " style=", "<script>", "javascript:")
                        .doesNotContainPattern("<[^>]* on[a-z]+=");
            }
        });
    }

    @Test
    void the_page_with_its_style_and_script_is_at_most_300_kilobytes_for_a_town_and_a_county() {
        Release county = InventedRelease.county();
        assertThat(county.areas()).hasSizeGreaterThan(1500);
        int beside =
                FILES.get("style.css").bytes().length + FILES.get("page.js").bytes().length;
        int page =
                MainPage.of(MapPlan.of(county), PublicPageFiles.swedish(county)).bytes().length;

        assertThat(FILES.get("index.html").bytes().length + beside).isLessThan(80_000);
        assertThat(page + beside).isLessThan(300_000);
    }

    @Test
    void the_table_on_the_page_holds_each_areas_classes_and_households() {
        String html = PublicPageFiles.text(FILES, "index.html");
        for (int i = 0; i < TOWN.areas().size(); i++) {
            Release.Area area = TOWN.areas().get(i);
            StringBuilder row = new StringBuilder(">" + area.name() + "</a><td>")
                    .append(area.households().replace('-', '–'));
            for (int s = 0; s < TOWN.series().size(); s++) {
                CountClass count =
                        TOWN.cells().get(i * TOWN.series().size() + s).count();
                row.append("<td>")
                        .append(count == CountClass.FEW ? "få" : count.code().replace('-', '–'));
            }
            assertThat(html).contains(row);
        }
    }

    @Test
    void each_area_on_the_map_has_the_classes_of_its_cells() {
        String html = PublicPageFiles.text(FILES, "index.html");
        for (int i = 0; i < TOWN.areas().size(); i++) {
            int at = html.indexOf("<path id=m" + (i + 1) + " ");
            String group = html.substring(html.lastIndexOf("<g class=", at), at);
            int all = TOWN.cells().get(i * TOWN.series().size()).count().ordinal();
            assertThat(group).as(TOWN.areas().get(i).name()).startsWith("<g class=\"a" + all + " b");
        }
    }

    @Test
    void the_map_layer_and_the_data_hold_the_same_classes() {
        JsonMapper json = JsonMapper.builder().build();
        JsonNode features = json.readTree(FILES.get("data.geojson").bytes()).get("features");
        JsonNode areas = json.readTree(FILES.get("data.json").bytes()).get("areas");

        assertThat(features.size()).isEqualTo(TOWN.areas().size());
        for (int i = 0; i < features.size(); i++) {
            String all = TOWN.cells().get(i * TOWN.series().size()).count().code();
            assertThat(features.get(i).get("properties").get("reported_all").asString())
                    .isEqualTo(all);
            assertThat(areas.get(i).get("reported_all").asString()).isEqualTo(all);
        }
    }

    @Test
    void the_table_for_spreadsheets_has_a_row_an_area_and_no_formula() {
        Release hostile = HostileRelease.of("=HYPERLINK(\"http://x\")");
        String csv = new String(
                new DataFiles(PublicPageFiles.swedish(hostile)).csv().bytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(csv.split("\r\n")).hasSize(TOWN.areas().size() + 1);
        assertThat(csv)
                .startsWith("\uFEFFid,Område,Hushåll,")
                .contains("'=HYPERLINK")
                .doesNotContain(",=HYPERLINK");
    }

    @Test
    void the_papers_are_accessible_and_say_what_the_page_says() {
        for (String path : List.of("lagesbild.pdf", "lagesbild-en.pdf")) {
            PdfCheck.accessible(FILES.get(path).bytes());
            String words = PdfCheck.text(FILES.get(path).bytes());
            assertThat(words)
                    .contains(
                            TOWN.areas().get(17).name(), "Ny belysning vid gångtunneln", "2026-02-03", TOWN.contact());
        }
        assertThat(PdfCheck.text(FILES.get("lagesbild.pdf").bytes())).contains("Påhittade uppgifter", "inte risk");
    }

    @Test
    void protocols_of_walks_come_along_and_their_names_cannot_lead_away() {
        assertThat(FILES.get("protokoll/runt-stationsgatan.pdf").bytes()).isEqualTo(PublicPageFiles.PROTOCOL);
        for (String path : List.of("javascript:alert(1)", "../index.html", "index.html", "protokoll/../x.pdf")) {
            Release away = HostileRelease.withProtocol(path);
            assertThatThrownBy(() -> PublicPageFiles.files().of(away, Map.of(path, PublicPageFiles.PROTOCOL)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(path);
        }
        Release lacking = HostileRelease.withProtocol("protokoll/borta.pdf");
        assertThatThrownBy(() -> PublicPageFiles.files().of(lacking, Map.of())).hasMessageContaining("not handed in");
    }

    @Test
    void a_release_without_areas_or_measures_is_a_page_too() {
        Map<String, PublicFile> files = PublicPageFiles.files().of(HostileRelease.empty(), Map.of());

        assertThat(PublicPageFiles.text(files, "index.html")).contains("Det finns inga områden att visa.");
        PdfCheck.accessible(files.get("lagesbild.pdf").bytes());
    }

    private static List<String> links(String html) {
        List<String> links = new ArrayList<>();
        Matcher matcher = LINK.matcher(html);
        while (matcher.find()) {
            links.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return links;
    }
}
