package se.lageskarta.service.waves;

/** Someone has saved the wave since the version that a change was made from; nothing was written. */
final class StaleWaveException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SurveyWave current;

    StaleWaveException(SurveyWave current) {
        super("wave " + current.id() + " is at version " + current.version() + " by now");
        this.current = current;
    }

    /** The wave as it is stored. */
    SurveyWave current() {
        return current;
    }
}
