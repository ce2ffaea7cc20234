package se.lageskarta.service.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the journeys trust: the quick look finds what axe's own builder finds, again and again, and inside frames. */
class AccessibilityJourneyTest extends Journey {
    private static final String FAULTY = """
            <!doctype html><html><head><title></title></head><body>
            <h1 style="color: #999; background: #fff">Svag rubrik</h1><img src="data:,"><button></button>
            <label>Namn<input></label><input name="utan"><a href="/"></a><div role="knapp" aria-label="x"></div>
            <ul><p>inte en rad</p></ul><a href="#a" style="font-size: 8px">a</a><select><option>1</option></select></body></html>""";

    private static final String SOUND = """
            <!doctype html><html lang="sv"><head><title>Rätt</title></head><body><main><h1>Rätt</h1>
            <label>Namn <input></label></main></body></html>""";

    @Test
    void a_quick_look_at_a_faulty_page_names_every_rule_that_is_broken() {
        page.setContent(FAULTY);
        List<String> thorough = brokenRules();
        assertThat(thorough).contains("color-contrast", "image-alt", "button-name", "label", "html-has-lang");
        page.setContent(FAULTY);
        assertThat(names()).isEqualTo(thorough);
        assertThat(names()).as("looked at again").isEqualTo(thorough);
        assertThat(Accessibility.faults(page, WCAG))
                .filteredOn(fault -> fault.startsWith("image-alt"))
                .first()
                .asString()
                .contains("<img src=\"data:,\">");
    }

    @Test
    void a_sound_page_has_no_faults_until_one_is_made() {
        page.setContent(SOUND);
        assertThat(Accessibility.faults(page, WCAG)).isEmpty();
        page.evaluate("document.querySelector('main').append(document.createElement('button'))");
        assertThat(names()).containsExactly("button-name");
    }

    @Test
    void a_fault_inside_a_frame_is_found_from_outside() {
        page.setContent(SOUND);
        page.evaluate("""
                () => {
                  const frame = document.createElement('iframe');
                  frame.title = 'ram';
                  frame.srcdoc = '<html lang="sv"><title>ram</title><button></button></html>';
                  document.body.append(frame);
                }""");
        page.frameLocator("iframe").locator("button").waitFor();
        assertThat(names()).containsExactly("button-name");
    }

    private List<String> names() {
        return Accessibility.faults(page, WCAG).stream()
                .map(fault -> fault.substring(0, fault.indexOf(':')))
                .sorted()
                .toList();
    }

    private List<String> brokenRules() {
        return new AxeBuilder(page)
                .withTags(WCAG).analyze().getViolations().stream()
                        .map(Rule::getId)
                        .sorted()
                        .toList();
    }
}
