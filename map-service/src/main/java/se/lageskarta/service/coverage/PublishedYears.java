package se.lageskarta.service.coverage;

import java.util.List;
import org.springframework.stereotype.Component;

/** Published numbers of reported crimes for whole years, for papers. */
@Component
public class PublishedYears {
    private final PublishedCounts counts;

    PublishedYears(PublishedCounts counts) {
        this.counts = counts;
    }

    /** How many of a type in a calendar year, and where that was published. */
    public record Line(String type, long number, String source) {}

    /** Those of a year, by type; a year entered by quarters only is left out. */
    public List<Line> of(int year) {
        return counts.all().stream()
                .filter(count -> count.year() == year && count.quarter() == 0)
                .map(count -> new Line(count.type(), count.number(), count.source()))
                .toList();
    }
}
