package se.lageskarta.service.journey;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/**
 * What axe finds wrong with a page as it is now. Axe's own builder opens a second page for each look, loads itself there as
 * well and brings back all that is right: four times the work of asking the page itself, which finds the same faults. Where
 * a page frames another the builder is asked, for it knows how to look into the frame.
 */
public final class Accessibility {
    private static final String FAULTS = """
            async (tags) => {
              // a colour on its way from one to another is neither
              const changes = document.getAnimations().filter((change) => change instanceof CSSTransition);
              await Promise.allSettled(changes.map((change) => change.finished));
              const found = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
              return found.violations.map(({ id, nodes }) =>
                ({ id, nodes: nodes.map(({ target, html, failureSummary }) => `${target} ${html} ${failureSummary}`) }));
            }""";

    private static final String AXE = "() => {" + AxeBuilder.getAxeScript() + "}";

    private Accessibility() {}

    /**
     * The faults by the rules with these tags, each as the rule's name and what breaks it; empty when there is none.
     *
     * @param tags names of axe's sets of rules
     */
    public static List<String> faults(Page page, List<String> tags) {
        if (page.frames().size() > 1) {
            return new AxeBuilder(page)
                    .withTags(tags).analyze().getViolations().stream()
                            .map(fault -> fault.getId() + ": " + fault.getNodes())
                            .toList();
        }
        // a page that has been loaded anew has forgotten axe
        if (!Boolean.TRUE.equals(page.evaluate("() => 'axe' in window"))) {
            page.evaluate(AXE);
        }
        List<?> found = (List<?>) page.evaluate(FAULTS, tags);
        return found.stream()
                .map(fault -> (Map<?, ?>) fault)
                .map(fault -> fault.get("id") + ": " + fault.get("nodes"))
                .toList();
    }
}
