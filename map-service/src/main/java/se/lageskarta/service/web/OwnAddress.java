package se.lageskarta.service.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import se.lageskarta.service.settings.SiteSettings;

/** Where the service is reached from outside, for links that leave it: on paper, in a QR code, in an e-mail. */
@Component
public class OwnAddress {
    private final SiteSettings site;

    OwnAddress(SiteSettings site) {
        this.site = site;
    }

    /** Without a slash at its end: the address that is set, otherwise the one that the request came to. */
    public String of(HttpServletRequest request) {
        if (!site.publicUrl().isEmpty()) {
            return site.publicUrl();
        }
        String url = request.getRequestURL().toString();
        return url.substring(0, url.length() - request.getRequestURI().length()) + request.getContextPath();
    }
}
