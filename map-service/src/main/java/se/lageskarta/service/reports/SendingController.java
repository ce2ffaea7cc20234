package se.lageskarta.service.reports;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.settings.ReportSettings;
import se.lageskarta.service.settings.SiteSettings;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;

/** Reports for those who send them: what can be reported, sending, and what became of it. */
@RestController
class SendingController {
    private static final int MOST_LISTED = 100;

    private final Reports reports;
    private final SendReports sending;
    private final TellReports telling;
    private final NearbyReports nearby;
    private final ReportTypes types;
    private final ReportArea area;
    private final ReportSettings settings;
    private final SiteSettings site;
    private final Clock clock;

    SendingController(
            Reports reports,
            SendReports sending,
            TellReports telling,
            NearbyReports nearby,
            ReportTypes types,
            ReportArea area,
            ReportSettings settings,
            SiteSettings site,
            Clock clock) {
        this.reports = reports;
        this.sending = sending;
        this.telling = telling;
        this.nearby = nearby;
        this.types = types;
        this.area = area;
        this.settings = settings;
        this.site = site;
        this.clock = clock;
    }

    /** One thing that can be reported. */
    record Choice(String code, String nameSv, String nameEn, boolean deficiency) {}

    /**
     * What a phone needs to know, also when it is out of reach later.
     *
     * @param bounds where the map begins: west, south, east, north, degrees; null while there are no data
     * @param types the most used first
     */
    record Form(
            String municipality,
            double @Nullable [] bounds,
            List<Choice> types,
            int mostPhotos,
            boolean photosErased) {}

    record Mine(List<ToldReport> reports) {}

    record AlikeReports(List<ToldReport.Near> reports) {}

    @GetMapping("/api/report-form")
    ResponseEntity<Form> form(HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        List<Choice> choices = types.offered().stream()
                .map(type -> new Choice(type.code(), type.nameSv(), type.nameEn(), types.isDeficiency(type.code())))
                .toList();
        double[] bounds = area.middle()
                .map((Bounds b) -> new double[] {b.west(), b.south(), b.east(), b.north()})
                .orElse(null);
        return kept(new Form(
                site.municipality(),
                bounds,
                choices,
                settings.mostPhotos(),
                !settings.decision().isEmpty()));
    }

    /** Answers 201 when the report was stored now, 200 when it had come before. */
    @PostMapping("/api/reports")
    ResponseEntity<ToldReport> send(@RequestBody ReportBody.Written sent) {
        SendReports.Sent done =
                sending.send(Objects.requireNonNullElse(sent.key(), ""), sent.read(clock), Sender.current());
        Report report = done.report();
        return ResponseEntity.status(done.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(URI.create("/api/reports/" + report.id()))
                .eTag("\"v" + report.version() + "\"")
                .cacheControl(CacheControl.noStore())
                .body(telling.toReporter(report));
    }

    /** The sender's own, the newest first. */
    @GetMapping("/api/reports/mine")
    ResponseEntity<Mine> mine(HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        return kept(new Mine(telling.toReporter(reports.of(Sender.current().account(), MOST_LISTED))));
    }

    /** What others have reported about perhaps the same thing; without their words. */
    @GetMapping("/api/reports/near")
    @Parameter(name = "type", in = ParameterIn.QUERY, required = true, description = "Code of what is reported")
    @Parameter(name = "lon", in = ParameterIn.QUERY, required = true, description = "Degrees east, WGS 84")
    @Parameter(name = "lat", in = ParameterIn.QUERY, required = true, description = "Degrees north, WGS 84")
    @Parameter(
            name = "when",
            in = ParameterIn.QUERY,
            description = "Minute 2026-11-22T14:05 or day 2026-11-22; now when absent")
    ResponseEntity<AlikeReports> near(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request.getParameterMap(), Set.of("type", "lon", "lat", "when"));
        String type = Objects.requireNonNullElse(parameters.text("type"), "");
        types.refuseUnlessOffered(type);
        double lon = parameters.number("lon", 0, -180, 180);
        double lat = parameters.number("lat", 0, -90, 90);
        var when = ReportTime.read(parameters.text("when"), clock);
        return kept(new AlikeReports(nearby.to(type, ReportPlace.pointAt(lon, lat), when).stream()
                .map(ToldReport.Near::of)
                .toList()));
    }

    @GetMapping("/api/reports/{id}")
    ResponseEntity<ToldReport> one(@PathVariable String id) {
        Sender sender = Sender.current();
        Report report = reports.find(ReportsController.number(id))
                .filter(sender::maySee)
                .orElseThrow(ProblemException::notFound);
        return ReportsController.told(report, sender.est() ? telling.toHandler(report) : telling.toReporter(report));
    }

    @PutMapping("/api/reports/{id}")
    ResponseEntity<ToldReport> change(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ReportBody.Written sent) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        try {
            Report report = sending.change(ReportsController.number(id), expected, sent.read(clock), Sender.current())
                    .orElseThrow(ProblemException::notFound);
            return ReportsController.told(report, telling.toReporter(report));
        } catch (StaleReportException stale) {
            throw stale(stale.current()).with("yours", sent);
        }
    }

    @DeleteMapping("/api/reports/{id}")
    ResponseEntity<Void> withdraw(
            @PathVariable String id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        ExpectedVersion expected = ExpectedVersion.of(ifMatch);
        try {
            sending.withdraw(ReportsController.number(id), expected, Sender.current())
                    .orElseThrow(ProblemException::notFound);
            return ResponseEntity.noContent().build();
        } catch (StaleReportException stale) {
            throw stale(stale.current());
        }
    }

    /** Its reporter is not told who in the EST group has saved it. */
    private ProblemException stale(Report current) {
        return ProblemException.of(412, "report.stale.own", (int) current.version())
                .with("current", telling.toReporter(current));
    }

    private static <T> ResponseEntity<T> kept(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
