package se.lageskarta.service.journey;

/** Areas are checked where PostgreSQL keeps the town. */
class AreaCheckJourneyOnPostgisTest extends AreaCheckJourneyTest {
    @Override
    protected boolean onPostgis() {
        return true;
    }
}
