package se.lageskarta.service.reports;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import se.lageskarta.service.photos.CleanPhoto;
import se.lageskarta.service.photos.Photos;
import se.lageskarta.service.photos.SmallPhoto;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.RefusedRequestException;

/** Pictures of reports: sent by the reporter, seen by the reporter and the EST group, taken away by either. */
@RestController
class ReportPhotosController {
    /** A picture never changes; its number is never used again. */
    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofHours(8)).cachePrivate().immutable();

    private final Reports reports;
    private final ReportPhotos reportPhotos;
    private final Photos photos;

    ReportPhotosController(Reports reports, ReportPhotos reportPhotos, Photos photos) {
        this.reports = reports;
        this.reportPhotos = reportPhotos;
        this.photos = photos;
    }

    @PostMapping(path = "/api/reports/{id}/photos", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ReportPhotos.Told> add(@PathVariable String id, MultipartHttpServletRequest request)
            throws IOException {
        Sender sender = Sender.current();
        Report report =
                reports.find(ReportsController.number(id)).filter(sender::owns).orElseThrow(ProblemException::notFound);
        MultipartFile file = request.getFile("file");
        if (file == null) {
            throw new RefusedRequestException(400, List.of(FieldFault.of("file", "", "photo.missing")));
        }
        if (file.getSize() > CleanPhoto.MOST_BYTES) {
            throw new RefusedRequestException(
                    413, List.of(FieldFault.of("file", "", "photo.bytes", CleanPhoto.MOST_BYTES >> 20)));
        }
        ReportPhotos.Told told =
                reportPhotos.add(report, request.getParameter("key"), file.getBytes(), sender.account());
        return ResponseEntity.created(URI.create("/api/reports/" + report.id() + "/photos/" + told.id()))
                .cacheControl(CacheControl.noStore())
                .body(told);
    }

    @GetMapping(path = "/api/reports/{id}/photos/{photo}")
    @Parameter(
            name = "size",
            in = ParameterIn.QUERY,
            description = "small: at most 320 pixels a side; whole when absent")
    ResponseEntity<byte[]> one(@PathVariable String id, @PathVariable String photo, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request.getParameterMap(), Set.of("size"));
        boolean small =
                parameters.word("size", "whole", Set.of("small", "whole")).equals("small");
        Sender sender = Sender.current();
        Report report = reports.find(ReportsController.number(id))
                .filter(sender::maySee)
                .orElseThrow(ProblemException::notFound);
        byte[] jpeg = photos.jpeg(ReportPhotos.SUBJECT, report.id(), ReportsController.number(photo))
                .orElseThrow(ProblemException::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .header("Content-Disposition", "inline; filename=\"bild-" + photo + ".jpg\"")
                .cacheControl(KEPT)
                .body(small ? SmallPhoto.of(jpeg) : jpeg);
    }

    @DeleteMapping("/api/reports/{id}/photos/{photo}")
    ResponseEntity<Void> erase(@PathVariable String id, @PathVariable String photo) {
        Sender sender = Sender.current();
        Report report = reports.find(ReportsController.number(id))
                .filter(found -> sender.coordinator() || sender.owns(found))
                .orElseThrow(ProblemException::notFound);
        if (!photos.erase(ReportPhotos.SUBJECT, report.id(), ReportsController.number(photo))) {
            throw ProblemException.notFound();
        }
        return ResponseEntity.noContent().build();
    }
}
