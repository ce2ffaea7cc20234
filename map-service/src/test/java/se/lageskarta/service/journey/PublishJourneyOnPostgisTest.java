package se.lageskarta.service.journey;

/** The public safety map where PostgreSQL keeps the town. */
class PublishJourneyOnPostgisTest extends PublishJourneyTest {
    @Override
    protected boolean onPostgis() {
        return true;
    }
}
