package se.lageskarta.service.storage;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;
import se.lageskarta.geo.crs.Projection;
import se.lageskarta.service.settings.DataSettings;

/**
 * Keeps the unpacked EPSG register in the data folder, where nobody else writes, and opens it before the first file in
 * a foreign system needs it.
 */
@Component
class CoordinateRegister {
    /** Opening takes seconds of both cores; whoever has just started the service is loading the map with them. */
    private static final long OPEN_AFTER_SECONDS = 20;

    CoordinateRegister(DataSettings data) {
        Projection.epsgDirectory(data.epsgDir());
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebApplicationContext) {
            CompletableFuture.delayedExecutor(OPEN_AFTER_SECONDS, TimeUnit.SECONDS)
                    .execute(Projection::warm);
        }
    }
}
