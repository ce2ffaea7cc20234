package se.lageskarta.service.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;
import se.lageskarta.service.settings.SiteSettings;
import se.lageskarta.service.web.PagePolicy;
import se.lageskarta.service.web.Problems;
import se.lageskarta.service.web.StaticPages;

/** Puts the chain together. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String LOGIN = "/login";

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    AuthenticationManager authentication(PasswordLogin passwords) {
        var manager = new ProviderManager(passwords);
        manager.setEraseCredentialsAfterAuthentication(true);
        return manager;
    }

    @Bean
    @ConditionalOnWebApplication
    SecurityFilterChain chain(
            HttpSecurity http,
            EndpointAccess access,
            Refusals refusals,
            LoginAnswers answers,
            Problems problems,
            PagePolicy policy,
            SiteSettings site,
            AccountVersions versions)
            throws Exception {
        http.authorizeHttpRequests(requests -> requests
                // a failure's own page must be reachable, or every 500 looks like a 401
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .anyRequest()
                .access(access));
        http.formLogin(form -> form.loginPage("/login.html")
                .loginProcessingUrl(LOGIN)
                .authenticationDetailsSource(Caller::of)
                .successHandler(answers)
                .failureHandler(answers));
        http.logout(logout -> logout.logoutUrl("/logout").logoutSuccessHandler(answers));
        http.httpBasic(basic -> basic.authenticationDetailsSource(Caller::of).authenticationEntryPoint(refusals));
        http.csrf(csrf -> csrf.spa().csrfTokenRepository(tokens()).ignoringRequestMatchers(nothingToForge()));
        http.exceptionHandling(
                handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
        http.requestCache(cache -> cache.disable());
        headers(http, policy);
        http.addFilterBefore(new ForeignHostFilter(site, problems), CsrfFilter.class);
        http.addFilterBefore(new SameOriginFilter(site, problems), CsrfFilter.class);
        http.addFilterBefore(new OnlyBasicFilter(refusals), BasicAuthenticationFilter.class);
        http.addFilterAfter(new StaleSessionFilter(versions), SecurityContextHolderFilter.class);
        return http.build();
    }

    /**
     * For what pages are made of: it is kept by browsers and by whatever stands between, for all their users, so no
     * cookie may come with it.
     */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @ConditionalOnWebApplication
    SecurityFilterChain partsOfPages(HttpSecurity http, StaticPages pages, PagePolicy policy) throws Exception {
        http.securityMatcher(pages::isPart);
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        http.csrf(csrf -> csrf.disable());
        http.logout(logout -> logout.disable());
        http.requestCache(cache -> cache.disable());
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        headers(http, policy);
        return http.build();
    }

    private static void headers(HttpSecurity http, PagePolicy policy) throws Exception {
        http.headers(headers -> headers.contentSecurityPolicy(content -> content.policyDirectives(policy.directives()))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), microphone=(), geolocation=(self), payment=(), usb=()"))
                .crossOriginOpenerPolicy(Customizer.withDefaults())
                .cacheControl(cache -> cache.disable())
                .addHeaderWriter(SecurityConfiguration::keepBetweenUs)
                .addHeaderWriter(SecurityConfiguration::keepOutOfFrames)
                .frameOptions(frame -> frame.disable()));
    }

    /** An answer that says nothing about caching may be kept by the reader alone, who asks each time. */
    private static void keepBetweenUs(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        }
    }

    /** For browsers that do not know frame-ancestors; a page whose policy lets others show it in a frame says so there. */
    private static void keepOutOfFrames(HttpServletRequest request, HttpServletResponse response) {
        String policy = response.getHeader("Content-Security-Policy");
        if (policy == null || !policy.contains("frame-ancestors") || policy.contains("frame-ancestors 'none'")) {
            response.setHeader("X-Frame-Options", "DENY");
        }
    }

    /** Scripts of the page read the cookie and send it back as a header, which no other site can. */
    private static CookieCsrfTokenRepository tokens() {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    /**
     * Without a session there is nothing to ride on, so no token is asked for: a program that sends its password with
     * each request, or nobody at all. A browser's remembered password is stopped by {@link SameOriginFilter}. Logging
     * in always needs one, or a stranger could log a browser in under a name of their own.
     */
    private static RequestMatcher nothingToForge() {
        return request -> request.getRequestedSessionId() == null && !LOGIN.equals(request.getServletPath());
    }
}
