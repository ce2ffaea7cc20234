package se.lageskarta.service.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import se.lageskarta.service.web.Problems;

/** What the log-in form hears: 204 or a problem when it asks for JSON, a page otherwise. */
@Component
class LoginAnswers implements AuthenticationSuccessHandler, AuthenticationFailureHandler, LogoutSuccessHandler {
    private static final String LOGIN_PAGE = "/login.html";

    private final Problems problems;
    private final Refusals refusals;

    LoginAnswers(Problems problems, Refusals refusals) {
        this.problems = problems;
        this.refusals = refusals;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException {
        answer(request, response, "/");
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof TooManyAttemptsException) {
            refusals.tooMany(request, response);
        } else if (wantsPage(request)) {
            response.sendRedirect(LOGIN_PAGE + "?failed");
        } else {
            problems.send(request, response, 401, "login-failed");
        }
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request,
            HttpServletResponse response,
            @org.jspecify.annotations.Nullable Authentication person)
            throws IOException {
        answer(request, response, LOGIN_PAGE);
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, String page)
            throws IOException {
        if (wantsPage(request)) {
            response.sendRedirect(page);
        } else {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html");
    }
}
