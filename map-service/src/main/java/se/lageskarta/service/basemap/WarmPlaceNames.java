package se.lageskarta.service.basemap;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.lageskarta.service.storage.DatasetChanged;
import se.lageskarta.service.storage.DatasetKind;

/**
 * Prepares {@link PlacesInWords} in the background when the service is ready and when a layer has changed, so that nobody
 * waits for it. What fails here fails again, and is told, when somebody asks.
 */
@Component
@ConditionalOnWebApplication
class WarmPlaceNames implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(WarmPlaceNames.class);

    private final PlacesInWords places;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "place-names");
        thread.setDaemon(true);
        return thread;
    });

    WarmPlaceNames(PlacesInWords places) {
        this.places = places;
    }

    @EventListener
    void on(ApplicationReadyEvent event) {
        prepareSoon();
    }

    @EventListener
    void on(DatasetChanged event) {
        if (event.kind() == DatasetKind.BASE) {
            prepareSoon();
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }

    private void prepareSoon() {
        try {
            worker.execute(this::prepare);
        } catch (RejectedExecutionException closing) {
            LOG.debug("not preparing while closing");
        }
    }

    private void prepare() {
        try {
            places.prepare();
        } catch (RuntimeException failure) {
            LOG.debug("places in words could not be prepared", failure);
        }
    }
}
