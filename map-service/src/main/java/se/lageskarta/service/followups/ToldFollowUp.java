package se.lageskarta.service.followups;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.effect.Around;
import se.lageskarta.geo.effect.BeforeAfter;
import se.lageskarta.geo.effect.FollowUp;
import se.lageskarta.geo.effect.FollowUpDesign;
import se.lageskarta.geo.effect.FollowUpWindows;
import se.lageskarta.geo.effect.FollowUpWords;
import se.lageskarta.geo.effect.RatedArea;
import se.lageskarta.geo.effect.RelativeEffect;
import se.lageskarta.geo.effect.Said;
import se.lageskarta.geo.hotspot.HotspotOptions;
import se.lageskarta.service.measures.Measure;
import se.lageskarta.service.settings.Version;

/** Writes out what was found, with the notes that only the service can make: other measures, coverage, months missing. */
final class ToldFollowUp {
    private final Prepared prepared;
    private final List<RatedArea> chosen;
    private final FollowUp found;
    private final String hash;
    private final FollowUpDesign design;
    private final FollowUpWindows windows;

    ToldFollowUp(Prepared prepared, List<RatedArea> chosen, FollowUp found, String hash) {
        this.prepared = prepared;
        this.chosen = chosen;
        this.found = found;
        this.hash = hash;
        design = found.design();
        windows = design.windows();
    }

    FollowUpAnswer answer() {
        Measure measure = prepared.measure();
        List<FollowUpAnswer.Place> places = prepared.rated().stream()
                .map(rated -> place(rated, prepared, chosen.contains(rated)))
                .filter(FollowUpAnswer.Place::chosen)
                .toList();
        return new FollowUpAnswer(
                about(measure),
                parameters(),
                told(windows),
                verdict(),
                windows.years(),
                counts(found.target()),
                counts(found.compared()),
                estimates(),
                found.around().stream().map(ToldFollowUp::width).toList(),
                peak(),
                months(),
                notes(),
                places,
                Drawn.of(design.target(), prepared.projection()),
                List.of(0, 1, 2).stream()
                        .map(i -> Drawn.of(design.ring(i), prepared.projection()))
                        .toList(),
                SurveyOutcome.of(prepared),
                hash,
                HotspotOptions.DEFAULT_SEED,
                Version.current(),
                prepared.asked().question().invented() || measure.invented(),
                false);
    }

    static FollowUpAnswer.About about(Measure measure) {
        return new FollowUpAnswer.About(
                measure.id(),
                measure.version(),
                measure.code(),
                measure.title(),
                measure.owner(),
                measure.status().code(),
                measure.doneOn());
    }

    private FollowUpAnswer.Chosen parameters() {
        List<String> ids = prepared.asked().comparison();
        return new FollowUpAnswer.Chosen(
                windows.months(),
                windows.years(),
                prepared.asked().leftOut(),
                prepared.target().reach(),
                design.widths(),
                List.copyOf(prepared.asked().question().types()),
                prepared.data().datasets().stream()
                        .map(set -> new FollowUpAnswer.Source(set.id(), set.name(), set.revision()))
                        .toList(),
                chosen.stream().map(each -> each.candidate().id()).toList(),
                chosen.isEmpty() ? "none" : ids == null ? "automatic" : "people");
    }

    private FollowUpAnswer.Windows told(FollowUpWindows of) {
        List<String> leftOut = new ArrayList<>();
        for (YearMonth month = of.firstLeftOut(); !month.isAfter(of.lastLeftOut()); month = month.plusMonths(1)) {
            leftOut.add(month.toString());
        }
        return new FollowUpAnswer.Windows(
                texts(of.before()),
                leftOut,
                texts(of.after()),
                prepared.data().first().toString(),
                prepared.data().last().toString());
    }

    private static List<String> texts(List<YearMonth> months) {
        return months.stream().map(YearMonth::toString).toList();
    }

    private FollowUpAnswer.Verdict verdict() {
        Said word = FollowUpWords.verdict(found);
        Said sentence = FollowUpWords.sentence(found);
        double[] part = found.reduction();
        return new FollowUpAnswer.Verdict(
                word.code(),
                word.sv(),
                word.en(),
                sentence.sv(),
                sentence.en(),
                part.length == 0 ? null : (Double) part[0],
                part.length == 0 ? null : (Double) part[1]);
    }

    private static FollowUpAnswer.Counts counts(BeforeAfter area) {
        return new FollowUpAnswer.Counts((int) area.before(), (int) area.after());
    }

    private List<FollowUpAnswer.Estimate> estimates() {
        List<FollowUpAnswer.Estimate> told = new ArrayList<>();
        RelativeEffect.Scatter[] scatters = RelativeEffect.Scatter.values();
        for (int i = 0; i < found.estimates().size(); i++) {
            RelativeEffect effect = found.estimates().get(i);
            told.add(new FollowUpAnswer.Estimate(
                    scatters[i].name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    effect.ratio(),
                    effect.low(),
                    effect.high(),
                    effect.p(),
                    effect.halfAdded()));
        }
        return told;
    }

    private static FollowUpAnswer.Width width(Around around) {
        double[] interval = around.difference().interval(0.95);
        return new FollowUpAnswer.Width(
                around.width(),
                counts(around.ring()),
                counts(around.comparedRing()),
                around.whole().ratio(),
                around.whole().low(),
                around.whole().high(),
                around.wholeVerdict().code(),
                number(around.displacement().quotient()),
                around.noQuotient(),
                around.displacement().meaning(),
                number(around.displacement().totalNetEffect()),
                around.displacement().grossEffect(),
                number(around.displacement().netEffect()),
                around.difference().total(),
                interval[0],
                interval[1],
                around.difference().error(),
                around.difference().local(),
                around.difference().displaced(),
                around.difference().p());
    }

    static @Nullable Double number(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }

    private FollowUpAnswer.Peak peak() {
        FollowUp.Peak peak = found.peak();
        return new FollowUpAnswer.Peak(
                peak.before(), number(peak.earlier()), peak.rounds(), peak.p(), peak.fallsBack(), peak.isPeak());
    }

    private List<FollowUpAnswer.Month> months() {
        Set<YearMonth> before = new TreeSet<>(windows.before());
        List<FollowUpAnswer.Month> months = new ArrayList<>();
        YearMonth month = found.months().first();
        if (month.isBefore(prepared.data().first())) {
            month = prepared.data().first();
        }
        for (; !month.isAfter(windows.lastAfter()); month = month.plusMonths(1)) {
            String window = before.contains(month)
                    ? "before"
                    : month.isBefore(windows.firstLeftOut())
                            ? "earlier"
                            : month.isAfter(windows.lastLeftOut()) ? "after" : "left-out";
            List<Integer> rings = new ArrayList<>();
            for (int i = 0; i < FollowUpDesign.WIDTHS; i++) {
                rings.add(found.months().of(FollowUp.FIRST_RING + i, month));
            }
            months.add(new FollowUpAnswer.Month(
                    month.toString(),
                    window,
                    found.months().of(FollowUp.TARGET, month),
                    found.months().of(FollowUp.COMPARED, month),
                    rings));
        }
        return months;
    }

    private List<FollowUpAnswer.Note> notes() {
        List<FollowUpAnswer.Note> notes = new ArrayList<>();
        FollowUpWords.notes(found)
                .forEach(said -> notes.add(note(said, said.code().equals("few") ? "years" : "")));
        notes.addAll(new FollowUpNotes(prepared, chosen, found).all());
        return notes;
    }

    static FollowUpAnswer.Note note(Said said, String field) {
        return new FollowUpAnswer.Note(said.code(), field, said.sv(), said.en());
    }

    static FollowUpAnswer.Place place(RatedArea rated, Prepared prepared, boolean chosen) {
        return new FollowUpAnswer.Place(
                rated.candidate().id(),
                rated.candidate().kind(),
                rated.candidate().name(),
                rated.before(),
                Math.round(rated.metres()),
                rated.types(),
                rated.correlation(),
                rated.trend(),
                rated.landUse(),
                rated.grade().name().toLowerCase(Locale.ROOT),
                chosen,
                rated.reasons().stream()
                        .map(reason -> new FollowUpAnswer.Note(
                                reason.said().code(),
                                reason.grade().name().toLowerCase(Locale.ROOT),
                                reason.said().sv(),
                                reason.said().en()))
                        .collect(Collectors.toList()),
                Drawn.of(rated.candidate().area(), prepared.projection()));
    }
}
