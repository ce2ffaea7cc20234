package se.lageskarta.service.storage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;
import se.lageskarta.service.settings.DatabaseSettings;

/**
 * At start, before anybody is answered: what an earlier process left half-done is failed and removed. On PostgreSQL only
 * the service does so: a command may run while the service imports something else.
 */
@Component
@Order(0)
class InterruptedImports implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(InterruptedImports.class);

    private final Imports imports;
    private final boolean responsible;

    InterruptedImports(Imports imports, DatabaseSettings settings, ApplicationContext context) {
        this.imports = imports;
        responsible = settings.embedded() || context instanceof WebApplicationContext;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int interrupted = responsible ? imports.abandonRunning() : 0;
        if (interrupted > 0) {
            LOG.warn(
                    "{} import(s) were interrupted when the service last ended; nothing of them was kept", interrupted);
        }
    }
}
