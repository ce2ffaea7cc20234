package se.lageskarta.service.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads a browser to the page it needs: the map when logged in, the log-in page when not. */
@Controller
class PageController {
    @GetMapping("/")
    String map(HttpServletRequest request) {
        return request.getUserPrincipal() == null ? "redirect:/login.html" : "forward:/index.html";
    }

    @GetMapping("/login")
    String login() {
        return "redirect:/login.html";
    }

    @GetMapping("/favicon.ico")
    String icon() {
        return "redirect:/images/lageskarta.svg";
    }
}
