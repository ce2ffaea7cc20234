package se.lageskarta.geo.analysis;

import java.util.List;
import java.util.Optional;

/** All analyses there are, in the order in which a list shows them. */
public final class Analyses {
    /** Each name once. */
    public static final List<Analysis> ALL = List.of(
            // one line each
            new HotspotsAnalysis(),
            new KdeAnalysis(),
            new DualKdeAnalysis(),
            new BandwidthAnalysis(),
            new DbscanAnalysis(),
            new HdbscanAnalysis(),
            new StDbscanAnalysis(),
            new OpticsAnalysis(),
            new RiskFeaturesAnalysis(),
            new GridAnalysis(),
            new GiStarAnalysis(),
            new LocalMoranAnalysis(),
            new GlobalAutocorrelationAnalysis(),
            new EmergingHotspotsAnalysis(),
            new NearRepeatAnalysis(),
            new ScanAnalysis(),
            new FourFieldAnalysis(),
            new NearestNeighbourAnalysis(),
            new RipleyKAnalysis(),
            new CentrographyAnalysis(),
            new ConcentrationAnalysis(),
            new BacktestAnalysis(),
            new TrendAnalysis(),
            new TimeProfileAnalysis(),
            new SmallCountsAnalysis(),
            new BeforeAfterAnalysis(),
            new DisplacementQuotientAnalysis(),
            new DisplacementDifferenceAnalysis(),
            new TwoCountsAnalysis(),
            new MinimumDetectableAnalysis());

    private Analyses() {}

    public static Optional<Analysis> named(String name) {
        return ALL.stream().filter(analysis -> analysis.name().equals(name)).findFirst();
    }
}
