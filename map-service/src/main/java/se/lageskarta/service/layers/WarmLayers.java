package se.lageskarta.service.layers;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.lageskarta.service.storage.DatasetChanged;

/**
 * Prepares the layers in the background when the service is ready and when data have changed, so that nobody waits for
 * what the first question would otherwise compute. What fails here fails again, and is told, when somebody asks.
 */
@Component
@ConditionalOnWebApplication
class WarmLayers implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(WarmLayers.class);

    private final MapLayers layers;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "layer-warmer");
        thread.setDaemon(true);
        return thread;
    });

    WarmLayers(MapLayers layers) {
        this.layers = layers;
    }

    @EventListener
    void on(ApplicationReadyEvent event) {
        warmSoon();
    }

    @EventListener
    void on(DatasetChanged event) {
        warmSoon();
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }

    /** Several changes in a row are one reason to begin again. */
    private void warmSoon() {
        if (waiting.compareAndSet(false, true)) {
            try {
                worker.execute(this::warm);
            } catch (RejectedExecutionException closing) {
                LOG.debug("not warming while closing");
            }
        }
    }

    private void warm() {
        waiting.set(false);
        for (MapLayer layer : layers.all()) {
            try {
                layer.warm();
            } catch (RuntimeException failure) {
                LOG.debug("layer {} could not be prepared", layer.name(), failure);
            }
        }
    }
}
