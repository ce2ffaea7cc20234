package se.lageskarta.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Speaks to the service as a browser does: keeps cookies and sends the token back that guards against forgery. */
public final class Visitor {
    private static final String TOKEN = "X-XSRF-TOKEN";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(PATIENCE)
            .build();
    private final URI service;

    Visitor(URI service) {
        this.service = service;
    }

    public Visitor logIn(String username, String password) {
        get("/api/session");
        HttpResponse<String> answer = send(
                "POST",
                "/login",
                "username=" + username + "&password=" + password,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Accept",
                "application/json");
        if (answer.statusCode() != 204) {
            throw new IllegalStateException(username + " cannot log in: " + answer.statusCode() + " " + answer.body());
        }
        get("/api/session");
        return this;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /** The answer's bytes as they came, not unpacked. */
    public HttpResponse<byte[]> getBytes(String path, String... headers) {
        return send("GET", path, null, HttpResponse.BodyHandlers.ofByteArray(), headers);
    }

    /**
     * Sends a request.
     *
     * @param body null for none
     * @param headers names and values in turn; the token that guards against forgery is added unless it is among them
     */
    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        return send(method, path, body, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), headers);
    }

    /** The same with a body that is no text. */
    public HttpResponse<String> sendBytes(String method, String path, byte[] body, String... headers) {
        return exchange(
                method,
                path,
                HttpRequest.BodyPublishers.ofByteArray(body),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8),
                headers);
    }

    private <T> HttpResponse<T> send(
            String method, String path, String body, HttpResponse.BodyHandler<T> reader, String... headers) {
        HttpRequest.BodyPublisher sent = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8);
        return exchange(method, path, sent, reader, headers);
    }

    private <T> HttpResponse<T> exchange(
            String method,
            String path,
            HttpRequest.BodyPublisher body,
            HttpResponse.BodyHandler<T> reader,
            String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.resolve(path)).timeout(PATIENCE);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        if (!method.equals("GET") && !List.of(headers).contains(TOKEN)) {
            request.header(TOKEN, token());
        }
        request.method(method, body);
        try {
            return http.send(request.build(), reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(method + " " + path, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }
}
