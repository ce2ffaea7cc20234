package se.lageskarta.service.journey;

/** A whole meeting where PostgreSQL keeps the town. */
class MeetingJourneyOnPostgisTest extends MeetingJourneyTest {
    @Override
    protected boolean onPostgis() {
        return true;
    }
}
