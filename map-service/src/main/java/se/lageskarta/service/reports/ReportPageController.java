package se.lageskarta.service.reports;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The report page and the worker that lets it open without a network; neither holds any data. */
@Controller
class ReportPageController {
    private final ReportShell shell;

    ReportPageController(ReportShell shell) {
        this.shell = shell;
    }

    @GetMapping("/report")
    String page() {
        return "forward:/report.html";
    }

    @GetMapping("/report-worker.js")
    ResponseEntity<String> worker() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
                .cacheControl(CacheControl.noCache().cachePublic())
                .body(shell.worker());
    }
}
