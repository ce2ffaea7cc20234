package se.lageskarta.service.demo;

import java.io.IOException;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** At the first start of the service, unless it was told {@code --no-demo}. */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "lageskarta.data.demo", havingValue = "true", matchIfMissing = true)
@Order(100)
class DemoStart implements ApplicationRunner {
    private final LoadDemoTown town;

    DemoStart(LoadDemoTown town) {
        this.town = town;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        town.whenEmpty();
    }
}
