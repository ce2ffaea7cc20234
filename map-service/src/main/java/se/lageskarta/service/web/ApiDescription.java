package se.lageskarta.service.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.ServerBaseUrlCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import se.lageskarta.service.settings.SiteSettings;
import se.lageskarta.service.settings.Version;

/** What the OpenAPI document says besides the addresses themselves. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String BASIC = "basic";

    @Bean
    @Lazy
    OpenAPI openApi(SiteSettings site) {
        var api = new OpenAPI()
                .info(new Info()
                        .title("Lägeskarta")
                        .version(Version.current())
                        .description("Incidents, unsafe places, hotspots and measures on a municipality's map."
                                + " Errors are application/problem+json (RFC 9457).")
                        .license(new License()
                                .name("EUPL-1.2")
                                .url("https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12")))
                .components(new Components()
                        .addSecuritySchemes(
                                BASIC,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")))
                .security(List.of(new SecurityRequirement().addList(BASIC)));
        if (!site.publicUrl().isEmpty()) {
            api.servers(List.of(new Server().url(site.publicUrl())));
        }
        return api;
    }

    /** Clients append paths to it, so it must not end with a slash. */
    @Bean
    ServerBaseUrlCustomizer serverAddress() {
        return (address, request) -> address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
