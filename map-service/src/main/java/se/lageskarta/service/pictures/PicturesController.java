package se.lageskarta.service.pictures;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.layers.Viewer;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.EntityTag;
import se.lageskarta.service.web.Numbers;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.StoredAnswer;

/** Situation pictures: the list, preparing one, and one as it was frozen. */
@RestController
class PicturesController {
    private static final int MAX_DATASETS = 200;

    private final Pictures pictures;
    private final PreparePicture prepare;
    private final TodaysPicture today;
    private final PictureQuestion.Reader reader;

    PicturesController(Pictures pictures, PreparePicture prepare, TodaysPicture today, PictureQuestion.Reader reader) {
        this.pictures = pictures;
        this.prepare = prepare;
        this.today = today;
        this.reader = reader;
    }

    /**
     * What is asked for.
     *
     * @param month such as 2026-10; left out for the last whole month of the data
     * @param datasets left out for what the map opens on
     */
    record Sent(@Nullable String month, @Nullable List<Long> datasets) {}

    /** The list; the months are those that there are data for, null without any. */
    record Listing(List<Pictures.Listed> pictures, @Nullable Months months) {}

    /** First and last month with data, and the last whole one. */
    record Months(YearMonth first, YearMonth last, YearMonth suggested) {}

    @GetMapping("/api/pictures")
    ResponseEntity<Listing> all(HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        SamePeriods.Days covered = reader.covered(List.of());
        Months months = covered == null
                ? null
                : new Months(
                        YearMonth.from(covered.from()), YearMonth.from(covered.to()), SamePeriods.lastWhole(covered));
        List<Pictures.Listed> listed = pictures.all().stream()
                .filter(picture -> reader.mayRead(picture.datasets()))
                .toList();
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(new Listing(listed, months));
    }

    /** Freezes a month: 201 with what was frozen, 200 with the picture that says the same already. */
    @PostMapping("/api/pictures")
    ResponseEntity<Pictures.Listed> prepare(@RequestBody Sent sent, Principal who) {
        List<Long> datasets = sent.datasets == null ? List.of() : sent.datasets;
        if (datasets.size() > MAX_DATASETS || datasets.stream().anyMatch(id -> id == null || id < 1)) {
            throw Parameters.refused("datasets", "", "picture.dataset");
        }
        PreparePicture.Prepared made = prepare.of(reader.of(sent.month, datasets), who.getName());
        URI at = URI.create("/api/pictures/" + made.picture().id());
        return (made.added() ? ResponseEntity.created(at) : ResponseEntity.ok().location(at)).body(made.picture());
    }

    /** The frozen bytes; those without small counts for who may not see single incidents. */
    @GetMapping("/api/pictures/{id}")
    void one(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters.of(request.getParameterMap(), Set.of());
        Pictures.Listed picture = readable(Numbers.of(id));
        Pictures.Sheet sheet = pictures.sheet(picture.id(), audience(request)).orElseThrow(ProblemException::notFound);
        EntityTag tag = new EntityTag(sheet.sha256());
        if (!StoredAnswer.sendNotModified(request, response, tag, Answers.ASK_EACH_TIME)) {
            StoredAnswer.of(sheet.bytes(), Answers.JSON).send(request, response, tag, Answers.ASK_EACH_TIME);
        }
    }

    /** What corrected data would say, and what differs. */
    @GetMapping("/api/pictures/{id}/today")
    ResponseEntity<TodaysPicture.Today> today(@PathVariable String id, HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        return ResponseEntity.ok()
                .header("Cache-Control", Answers.ASK_EACH_TIME)
                .body(today.of(readable(Numbers.of(id)), audience(request)));
    }

    private Pictures.Listed readable(long id) {
        return pictures.find(id)
                .filter(picture -> reader.mayRead(picture.datasets()))
                .orElseThrow(ProblemException::notFound);
    }

    private static Pictures.Audience audience(HttpServletRequest request) {
        return Viewer.of(request).hasAny(Viewer.POINT_ROLES) ? Pictures.Audience.WHOLE : Pictures.Audience.MASKED;
    }
}
