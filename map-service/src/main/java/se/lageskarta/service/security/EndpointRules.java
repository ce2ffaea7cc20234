package se.lageskarta.service.security;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ServletRequestPathUtils;

/** All rules of {@code endpoints.csv}. A path takes the most specific rule that matches it. */
@Component
public class EndpointRules {
    private static final String FILE = "/endpoints.csv";

    private final List<EndpointRule> rules = read();

    /** The most specific first. */
    public List<EndpointRule> all() {
        return rules;
    }

    /** The rule for a request; empty when its path, or its method there, is not listed. */
    Optional<EndpointRule> find(HttpServletRequest request) {
        PathContainer path = path(request);
        HttpMethod method = HttpMethod.valueOf(request.getMethod());
        return rules.stream()
                .filter(rule -> rule.allows(method) && rule.isFor(path))
                .findFirst();
    }

    /** The methods that the request's path knows; empty when it is not listed at all. */
    Set<String> methods(HttpServletRequest request) {
        PathContainer path = path(request);
        Set<String> methods = new TreeSet<>();
        for (EndpointRule rule : rules) {
            if (rule.isFor(path)) {
                methods.add(rule.method().name());
                if (rule.method().equals(HttpMethod.GET)) {
                    methods.add(HttpMethod.HEAD.name());
                }
            }
        }
        return methods;
    }

    private static PathContainer path(HttpServletRequest request) {
        return ServletRequestPathUtils.hasParsedRequestPath(request)
                ? ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication()
                : ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
    }

    private static List<EndpointRule> read() {
        Set<String> seen = new HashSet<>();
        try (InputStream in = Objects.requireNonNull(EndpointRules.class.getResourceAsStream(FILE), FILE);
                var rows = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return rows.stream()
                    .map(row -> EndpointRule.parse(row.getField("method"), row.getField("path"), row.getField("roles")))
                    .peek(rule -> {
                        if (!seen.add(rule.toString())) {
                            throw new IllegalStateException(FILE + " lists " + rule + " twice");
                        }
                    })
                    .sorted(Comparator.comparing(EndpointRule::pattern))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
