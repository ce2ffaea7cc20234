package se.lageskarta.service.publications;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.service.publicpage.CountClass;
import se.lageskarta.service.publicpage.Release;
import se.lageskarta.service.publicpage.Words;
import se.lageskarta.service.web.Texts;

/**
 * Drafts the words of the page from what the page tells anyway, the classes: no exact number, no order among streets and no
 * cause. People may write others in their place.
 */
@Component
class DraftWords {
    private static final String PARAGRAPH = "\n\n";

    private final Say say;

    DraftWords(Say say) {
        this.say = say;
    }

    record Draft(Words text, Words method, Words report, Words statement) {
        /** What was written; in each language the draft where nothing was. */
        Words orWritten(Words written, Words drafted) {
            return new Words(
                    written.sv().isEmpty() ? drafted.sv() : written.sv(),
                    written.en().isEmpty() ? drafted.en() : written.en());
        }
    }

    Draft of(
            PublicationPlan plan,
            List<Release.Area> areas,
            List<PublicSeries.Chosen> series,
            List<Release.Cell> cells,
            List<@Nullable CountClass> totals,
            BesideNumbers.Told beside) {
        return new Draft(
                new Words(
                        text(Texts.SWEDISH, plan, areas, series, cells, totals, beside),
                        text(Texts.ENGLISH, plan, areas, series, cells, totals, beside)),
                new Words(method(Texts.SWEDISH, plan), method(Texts.ENGLISH, plan)),
                say.both("draft.report", plan.publisher(), plan.contact()),
                say.both("draft.statement"));
    }

    private String text(
            Locale language,
            PublicationPlan plan,
            List<Release.Area> areas,
            List<PublicSeries.Chosen> series,
            List<Release.Cell> cells,
            List<@Nullable CountClass> totals,
            BesideNumbers.Told beside) {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder first = new StringBuilder(
                say.in(language, "draft.what", plan.publisher(), period(language, plan), areas.size()));
        CountClass total = totals.isEmpty() ? null : totals.get(0);
        if (total != null && total != CountClass.FEW) {
            first.append(' ').append(say.in(language, "draft.total", said(language, total)));
        }
        paragraphs.add(first.toString());
        for (PublicSeries.Chosen each : series) {
            paragraphs.add(classes(language, each.told(), cells));
        }
        paragraphs.add(say.in(language, "draft.few"));
        long unsafe = beside.perceived().stream()
                .filter(each -> each.unsafe() != CountClass.FEW)
                .count();
        long safe = beside.perceived().stream()
                .filter(each -> each.safe() != CountClass.FEW)
                .count();
        if (!beside.perceived().isEmpty()) {
            paragraphs.add(say.in(language, "draft.perceived", unsafe, safe));
        }
        if (!beside.measures().isEmpty()) {
            paragraphs.add(say.in(language, "draft.measures", beside.measures().size()));
        }
        if (!beside.walks().isEmpty()) {
            paragraphs.add(say.in(language, "draft.walks", beside.walks().size()));
        }
        return String.join(PARAGRAPH, paragraphs);
    }

    /** In how many areas each class stands, the highest first. */
    private String classes(Locale language, Release.Series series, List<Release.Cell> cells) {
        List<String> parts = new ArrayList<>();
        CountClass[] all = CountClass.values();
        for (int i = all.length - 1; i > 0; i--) {
            CountClass wanted = all[i];
            long areas = cells.stream()
                    .filter(cell -> cell.series().equals(series.code()) && cell.count() == wanted)
                    .count();
            if (areas > 0) {
                parts.add(say.in(language, "draft.areas", areas, said(language, wanted)));
            }
        }
        String name = series.name().in(language);
        return parts.isEmpty()
                ? say.in(language, "draft.series-none", name)
                : say.in(language, "draft.series", name, String.join(", ", parts));
    }

    private String said(Locale language, CountClass count) {
        return say.in(language, "class." + count.code().replace("+", ""));
    }

    private String period(Locale language, PublicationPlan plan) {
        return plan.ofPart() == PublicPart.YEAR
                ? Integer.toString(plan.ofYear())
                : say.in(language, "period." + plan.part(), Integer.toString(plan.ofYear()));
    }

    private String method(Locale language, PublicationPlan plan) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(say.in(language, "draft.method.areas"));
        paragraphs.add(say.in(language, "draft.method.show"));
        if (plan.ofPart().needsNoise()) {
            paragraphs.add(say.in(language, "draft.method.noise"));
        }
        paragraphs.add(say.in(language, "draft.method.limits"));
        return String.join(PARAGRAPH, paragraphs);
    }
}
