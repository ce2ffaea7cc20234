package se.lageskarta.service.walks;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
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
import se.lageskarta.service.photos.Photo;
import se.lageskarta.service.photos.Photos;
import se.lageskarta.service.photos.SmallPhoto;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.Numbers;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.RefusedRequestException;

/** Pictures of what a walk found, drawn anew without place, time and camera. */
@RestController
class FindingPhotosController {
    private static final int MOST_PHOTOS = 4;
    private static final Pattern KEY = Pattern.compile("[0-9a-fA-F-]{36}");
    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofHours(8)).cachePrivate().immutable();

    private final Walks walks;
    private final Photos photos;

    FindingPhotosController(Walks walks, Photos photos) {
        this.walks = walks;
        this.photos = photos;
    }

    /** A picture as it is told. */
    record Told(long id, int width, int height) {}

    @PostMapping(path = "/api/walks/{id}/findings/{finding}/photos", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Told> add(
            @PathVariable String id, @PathVariable String finding, MultipartHttpServletRequest request, Principal who)
            throws IOException {
        WalkFinding found = finding(id, finding);
        MultipartFile file = request.getFile("file");
        if (file == null) {
            throw refused(400, "file", "photo.missing");
        }
        if (file.getSize() > CleanPhoto.MOST_BYTES) {
            throw refused(413, "file", "photo.bytes", CleanPhoto.MOST_BYTES >> 20);
        }
        Photo kept = keep(found, request.getParameter("key"), file.getBytes(), who.getName());
        return ResponseEntity.created(
                        URI.create("/api/walks/" + found.walkId() + "/findings/" + found.id() + "/photos/" + kept.id()))
                .cacheControl(CacheControl.noStore())
                .body(new Told(kept.id(), kept.width(), kept.height()));
    }

    @GetMapping("/api/walks/{id}/findings/{finding}/photos/{photo}")
    @Parameter(
            name = "size",
            in = ParameterIn.QUERY,
            description = "small: at most 320 pixels a side; whole when absent")
    ResponseEntity<byte[]> one(
            @PathVariable String id,
            @PathVariable String finding,
            @PathVariable String photo,
            HttpServletRequest request) {
        Parameters parameters = Parameters.of(request.getParameterMap(), Set.of("size"));
        boolean small =
                parameters.word("size", "whole", Set.of("small", "whole")).equals("small");
        WalkFinding found = finding(id, finding);
        byte[] jpeg =
                photos.jpeg(EditWalks.PHOTOS_OF, found.id(), Numbers.of(photo)).orElseThrow(ProblemException::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .header("Content-Disposition", "inline; filename=\"bild-" + Numbers.of(photo) + ".jpg\"")
                .cacheControl(KEPT)
                .body(small ? SmallPhoto.of(jpeg) : jpeg);
    }

    @DeleteMapping("/api/walks/{id}/findings/{finding}/photos/{photo}")
    ResponseEntity<Void> erase(@PathVariable String id, @PathVariable String finding, @PathVariable String photo) {
        WalkFinding found = finding(id, finding);
        if (!photos.erase(EditWalks.PHOTOS_OF, found.id(), Numbers.of(photo))) {
            throw ProblemException.notFound();
        }
        return ResponseEntity.noContent().build();
    }

    private WalkFinding finding(String walk, String finding) {
        return walks.find(Numbers.of(walk))
                .flatMap(known -> walks.finding(known.id(), Numbers.of(finding)))
                .orElseThrow(ProblemException::notFound);
    }

    private Photo keep(WalkFinding found, @Nullable String key, byte[] sent, String who) {
        if (key == null || !KEY.matcher(key).matches()) {
            throw refused(400, "key", "photo.key");
        }
        var known = photos.named(EditWalks.PHOTOS_OF, found.id(), key);
        if (known.isPresent()) {
            return known.get();
        }
        if (Objects.requireNonNullElse(
                                photos.of(EditWalks.PHOTOS_OF, List.of(found.id()))
                                        .get(found.id()),
                                List.of())
                        .size()
                >= MOST_PHOTOS) {
            throw refused(409, "file", "photo.most", MOST_PHOTOS);
        }
        CleanPhoto clean = CleanPhoto.of(sent);
        try {
            return photos.add(EditWalks.PHOTOS_OF, found.id(), key, clean, who);
        } catch (DataIntegrityViolationException raced) {
            return photos.named(EditWalks.PHOTOS_OF, found.id(), key).orElseThrow(() -> raced);
        }
    }

    private static RefusedRequestException refused(int status, String field, String code, Object... arguments) {
        return new RefusedRequestException(status, List.of(FieldFault.of(field, "", code, arguments)));
    }
}
