package se.lageskarta.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.lageskarta.service.RunningService;

/** Every address is in {@code endpoints.csv}, every line there is an address, and each role gets what it says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndpointRulesTest {
    /** Answers what failed elsewhere; asked for directly it is not there, so no rule lets anyone in. */
    private static final String ERROR_PAGE = " /error";
    /** The library that writes the API description offers it as YAML as well; one form is enough to keep true. */
    private static final String SECOND_DESCRIPTION = " /api/openapi.json.yaml";

    @TempDir
    static Path folder;

    private RunningService service;

    @BeforeAll
    void start() {
        service = RunningService.onH2(folder);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void every_handler_is_listed_and_every_line_has_a_handler() {
        Set<String> handled = new TreeSet<>();
        service.part(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> handled.addAll(addresses(mapping)));
        handled.removeIf(address -> address.endsWith(ERROR_PAGE) || address.endsWith(SECOND_DESCRIPTION));

        Set<String> listed = service.part(EndpointRules.class).all().stream()
                .map(EndpointRule::toString)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(handled).as("handlers and lines of endpoints.csv").isEqualTo(listed);
    }

    @TestFactory
    Stream<DynamicTest> each_role_gets_what_the_list_says() {
        List<EndpointRule> rules = service.part(EndpointRules.class).all().stream()
                .sorted(Comparator.comparing(EndpointRule::toString))
                .toList();
        List<DynamicTest> tests = new ArrayList<>();
        for (EndpointRule rule : rules) {
            tests.add(DynamicTest.dynamicTest(
                    rule + " for a stranger", () -> check(rule, ask(rule, null), rule.everyone() ? 0 : 401)));
            for (SessionController.DemoAccount account :
                    service.part(DemoAccounts.class).all()) {
                boolean may = rule.everyone() || rule.roles().contains(account.role());
                tests.add(DynamicTest.dynamicTest(
                        rule + " for " + account.role().code(), () -> check(rule, ask(rule, account), may ? 0 : 403)));
            }
        }
        return tests.stream();
    }

    /**
     * @param refused status that is due, 0 when the request must get through to its handler
     */
    private static void check(EndpointRule rule, HttpResponse<String> answer, int refused) {
        if (refused == 0) {
            assertThat(answer.statusCode())
                    .as(rule + ": " + answer.body())
                    .isNotIn(401, 403)
                    .isLessThan(500);
        } else {
            assertThat(answer.statusCode()).as(rule + ": " + answer.body()).isEqualTo(refused);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    /** Asks as a program does, with a password and without a session. */
    private HttpResponse<String> ask(EndpointRule rule, SessionController.DemoAccount account) {
        String path = rule.pattern().getPatternString().replaceAll("\\{[^}]*}", "1");
        List<String> headers = new ArrayList<>(List.of("Accept", "application/json"));
        if (account != null) {
            String pair = account.username() + ":" + account.password();
            headers.add("Authorization");
            headers.add("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        return service.stranger().send(rule.method().name(), path, null, headers.toArray(String[]::new));
    }

    private static List<String> addresses(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        List<String> addresses = new ArrayList<>();
        for (String path : mapping.getPatternValues()) {
            if (methods.isEmpty()) {
                addresses.add("ANY " + path);
            }
            methods.forEach(method -> addresses.add(method + " " + path));
        }
        return addresses;
    }
}
