package se.lageskarta.service.reports;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import se.lageskarta.service.photos.CleanPhoto;
import se.lageskarta.service.photos.Photo;
import se.lageskarta.service.photos.Photos;
import se.lageskarta.service.settings.ReportSettings;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/** The pictures of a report: sent by its reporter, once each, and only a few. */
@Component
class ReportPhotos {
    static final String SUBJECT = "report";
    private static final Pattern KEY = Pattern.compile("[0-9a-fA-F-]{36}");

    private final Photos photos;
    private final ReportSettings settings;

    ReportPhotos(Photos photos, ReportSettings settings) {
        this.photos = photos;
        this.settings = settings;
    }

    /** A picture as it is told. */
    record Told(long id, int width, int height) {
        static Told of(Photo photo) {
            return new Told(photo.id(), photo.width(), photo.height());
        }
    }

    /**
     * Adds a picture; one that came before under the same key is answered as it is.
     *
     * @throws RefusedRequestException when it cannot be read, or there are too many
     */
    Told add(Report report, @Nullable String key, byte[] sent, String who) {
        if (key == null || !KEY.matcher(key).matches()) {
            throw new RefusedRequestException(
                    400, List.of(FieldFault.of("key", Objects.requireNonNullElse(key, ""), "photo.key")));
        }
        var known = photos.named(SUBJECT, report.id(), key);
        if (known.isPresent()) {
            return Told.of(known.get());
        }
        if (report.state() == ReportState.WITHDRAWN || report.erasedAt() != null) {
            throw refused("report.withdrawn");
        }
        if (of(report).size() >= settings.mostPhotos()) {
            throw refused("photo.most", settings.mostPhotos());
        }
        CleanPhoto clean = CleanPhoto.of(sent);
        try {
            return Told.of(photos.add(SUBJECT, report.id(), key, clean, who));
        } catch (DataIntegrityViolationException raced) {
            // the same picture came by two requests at once: the other one stored it
            return Told.of(photos.named(SUBJECT, report.id(), key).orElseThrow(() -> raced));
        }
    }

    List<Told> of(Report report) {
        return photos.of(SUBJECT, List.of(report.id())).getOrDefault(report.id(), List.of()).stream()
                .map(Told::of)
                .toList();
    }

    private static RefusedRequestException refused(String code, Object... arguments) {
        return new RefusedRequestException(409, List.of(FieldFault.of("file", "", code, arguments)));
    }
}
