package se.lageskarta.service.journey;

/** A follow-up where PostgreSQL keeps the town. */
class FollowUpJourneyOnPostgisTest extends FollowUpJourneyTest {
    @Override
    protected boolean onPostgis() {
        return true;
    }
}
