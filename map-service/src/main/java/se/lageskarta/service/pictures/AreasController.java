package se.lageskarta.service.pictures;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.layers.Viewer;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.Parameters;

/** The ranking of areas as it is now, and what people judge of it. */
@RestController
class AreasController {
    static final String REGISTER = "area";

    private final ComposePicture compose;
    private final SetInfluence influence;
    private final PictureQuestion.Reader reader;

    AreasController(ComposePicture compose, SetInfluence influence, PictureQuestion.Reader reader) {
        this.compose = compose;
        this.influence = influence;
        this.reader = reader;
    }

    record Listing(String month, boolean invented, List<AreaLine> areas) {}

    @GetMapping("/api/areas")
    ResponseEntity<Listing> all(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request.getParameterMap(), Set.of("month", "datasets"));
        PictureQuestion asked = reader.of(parameters.text("month"), parameters.ids("datasets"));
        boolean whole = Viewer.of(request).hasAny(Viewer.POINT_ROLES);
        List<AreaLine> lines = compose.areas(asked).stream()
                .map(line -> whole ? line : line.masked())
                .toList();
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(new Listing(asked.month().toString(), asked.question().invented(), lines));
    }

    /** Says how much can be influenced, from the version in If-Match, {@code "v0"} for the first time. */
    @PutMapping("/api/areas")
    ResponseEntity<Entry<Influence>> judge(
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Influence sent,
            Principal who) {
        Entry<Influence> judged = influence.of(sent, ExpectedVersion.of(ifMatch), who.getName());
        return ResponseEntity.ok().eTag(judged.tag()).body(judged);
    }
}
