package se.lageskarta.service.followups;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.effect.PooledEffect;
import se.lageskarta.geo.effect.RelativeEffect;
import se.lageskarta.service.catalogue.CatalogueMeasure;
import se.lageskarta.service.catalogue.MeasureCatalogue;
import se.lageskarta.service.register.Entry;

/** What was learnt over all follow-ups: the newest of each measure, by kind of measure. */
@Component
class Learning {
    private static final double TWICE_QUANTILE_95 = 2 * 1.959963984540054;

    private final FollowUps followUps;
    private final MeasureCatalogue catalogue;

    Learning(FollowUps followUps, MeasureCatalogue catalogue) {
        this.followUps = followUps;
        this.catalogue = catalogue;
    }

    /**
     * Everything that was learnt.
     *
     * @param kinds by code
     * @param together all kinds pooled, which says little of any of them; null below three
     */
    record Learnt(List<Kind> kinds, @Nullable Pooled together, int fewest) {}

    /**
     * One kind of measure.
     *
     * @param measures how many were followed up
     * @param pooled how many of them had enough incidents to be pooled
     * @param effect null below three
     */
    record Kind(
            String code,
            String nameSv,
            String nameEn,
            String grade,
            int measures,
            int pooled,
            @Nullable Pooled effect,
            List<One> followUps) {}

    record Pooled(int measures, Mean fixed, Mean mixed, double between, double heterogeneity, double inconsistency) {}

    record Mean(double ratio, double low, double high, String verdict) {}

    /** One follow-up; numbers are null when there are none, or when they may not be seen. */
    record One(
            long id,
            long measureId,
            String title,
            String verdict,
            String sv,
            String en,
            @Nullable Double ratio,
            @Nullable Double low,
            @Nullable Double high,
            String lesson) {}

    Learnt of(boolean masked) {
        Map<String, List<Entry<Frozen>>> byCode = new TreeMap<>();
        List<RelativeEffect> all = new ArrayList<>();
        for (Entry<Frozen> entry : followUps.latest().values()) {
            byCode.computeIfAbsent(entry.state().result().measure().code(), code -> new ArrayList<>())
                    .add(entry);
            addEffect(entry, all);
        }
        List<Kind> kinds = new ArrayList<>();
        byCode.forEach((code, entries) -> kinds.add(kind(code, entries, masked)));
        return new Learnt(kinds, pooled(all), PooledEffect.FEWEST);
    }

    private Kind kind(String code, List<Entry<Frozen>> entries, boolean masked) {
        List<RelativeEffect> effects = new ArrayList<>();
        entries.forEach(entry -> addEffect(entry, effects));
        CatalogueMeasure known = catalogue.find(code).orElse(null);
        return new Kind(
                code,
                known == null ? code : known.nameSv(),
                known == null ? code : known.nameEn(),
                known == null ? "" : known.evidenceGrade(),
                entries.size(),
                effects.size(),
                pooled(effects),
                entries.stream()
                        .sorted(Comparator.comparing(Entry::id))
                        .map(entry -> one(entry, masked))
                        .toList());
    }

    private static One one(Entry<Frozen> entry, boolean masked) {
        FollowUpAnswer result =
                masked ? Masked.of(entry.state().result()) : entry.state().result();
        FollowUpAnswer.Estimate estimate = result.estimate();
        return new One(
                entry.id(),
                result.measure().id(),
                result.measure().title(),
                result.verdict().code(),
                result.verdict().sv(),
                result.verdict().en(),
                estimate == null ? null : (Double) estimate.ratio(),
                estimate == null ? null : (Double) estimate.low(),
                estimate == null ? null : (Double) estimate.high(),
                entry.state().told().lesson());
    }

    private static void addEffect(Entry<Frozen> entry, List<RelativeEffect> effects) {
        FollowUpAnswer result = entry.state().result();
        FollowUpAnswer.Estimate estimate = result.estimate();
        if (estimate != null && result.isPooled()) {
            double error = Math.log(estimate.high() / estimate.low()) / TWICE_QUANTILE_95;
            effects.add(new RelativeEffect(
                    estimate.ratio(),
                    estimate.low(),
                    estimate.high(),
                    error * error,
                    Math.log(estimate.ratio()) / error,
                    estimate.p(),
                    estimate.halfAdded()));
        }
    }

    private static @Nullable Pooled pooled(List<RelativeEffect> effects) {
        if (effects.size() < PooledEffect.FEWEST) {
            return null;
        }
        PooledEffect pooled = PooledEffect.of(effects);
        return new Pooled(
                pooled.measures(),
                mean(pooled.fixed()),
                mean(pooled.mixed()),
                pooled.between(),
                pooled.heterogeneity(),
                pooled.inconsistency());
    }

    private static Mean mean(PooledEffect.Mean mean) {
        return new Mean(mean.ratio(), mean.low(), mean.high(), mean.verdict().code());
    }
}
