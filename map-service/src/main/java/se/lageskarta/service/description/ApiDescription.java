package se.lageskarta.service.description;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.ServerBaseUrlCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import se.lageskarta.service.settings.SiteSettings;
import se.lageskarta.service.settings.Version;

/** What the OpenAPI document says besides the addresses themselves. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String BASIC = "basic";
    private static final String SESSION = "session";

    private static final Map<String, String> TAGS = new TreeMap<>(Map.ofEntries(
            Map.entry("service", "The service itself"),
            Map.entry("catalogue", "Code tables: types of incidents, kinds of measures"),
            Map.entry("datasets", "What has been imported, and what can be found in it"),
            Map.entry("evidence", "Incidents, unsafe places and the hotspots of each"),
            Map.entry("analyses", "Every method, with its own choice of parameters explained"),
            Map.entry("surveys", "What the inhabitants are asked, what they mark on the map and what they write"),
            Map.entry("area-checks", "What is known of an area before a building permit or a detailed plan"),
            Map.entry("follow-ups", "What happened after measures, and what was learnt"),
            Map.entry("walks", "Safety walks: what a group found together, and what became of it"),
            Map.entry("meetings", "What the group meets about, and what it decides"),
            Map.entry("pictures", "The month as the group saw it, the areas, the year and the chain of each place"),
            Map.entry(
                    "causes",
                    "Why a spot is what it is: the group's cause card, and the figures of the place beside it"),
            Map.entry("documents", "Documents of the law and the work, pledges, agreements, and what is due by when"),
            Map.entry(
                    "publications", "The public safety map: prepared, approved by a second person, frozen, withdrawn"),
            Map.entry("measures", "What is done about a place, by whom and until when"),
            Map.entry("tiles", "The same layers as map tiles"),
            Map.entry("downloads", "The same layers as files"),
            Map.entry("exports", "Who took out which data, when"),
            Map.entry("imports", "Files in, with a report of every row"),
            Map.entry("accounts", "Who can log in, and in which roles"),
            Map.entry("reports", "What people report from the field, and what becomes of it")));

    @Bean
    @Lazy
    OpenAPI openApi(SiteSettings site, @Value("${server.servlet.session.cookie.name}") String cookie) {
        var api = new OpenAPI()
                .info(new Info()
                        .title("Lägeskarta")
                        .version(Version.current())
                        .description("Incidents, unsafe places, hotspots and measures on a municipality's map."
                                + " Errors are application/problem+json (RFC 9457).")
                        .license(new License()
                                .name("EUPL-1.2")
                                .url("https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12")))
                .tags(TAGS.entrySet().stream()
                        .map(tag -> new Tag().name(tag.getKey()).description(tag.getValue()))
                        .toList())
                .components(components(cookie))
                .security(
                        List.of(new SecurityRequirement().addList(BASIC), new SecurityRequirement().addList(SESSION)));
        if (!site.publicUrl().isEmpty()) {
            api.servers(List.of(new Server().url(site.publicUrl())));
        }
        return api;
    }

    private static Components components(String cookie) {
        return new Components()
                .addSecuritySchemes(
                        BASIC,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("basic")
                                .description("For programs: name and password with each request"))
                .addSecuritySchemes(
                        SESSION,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name(cookie)
                                .description("For browsers: POST /login with username and password. Every request that"
                                        + " changes something repeats the cookie XSRF-TOKEN in the header"
                                        + " X-XSRF-TOKEN."));
    }

    /** Clients append paths to it, so it must not end with a slash. */
    @Bean
    ServerBaseUrlCustomizer serverAddress() {
        return (address, request) -> address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
