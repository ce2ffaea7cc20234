package se.lageskarta.service.waves;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.geo.tile.TileCoord;
import se.lageskarta.geo.tile.VectorTileWriter;
import se.lageskarta.service.basemap.OpenBase;
import se.lageskarta.service.settings.Version;
import se.lageskarta.service.web.EntityTag;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.StoredAnswer;

/** The background map of a survey page, only while the wave takes answers. Never anything but the background. */
@RestController
class SurveyBaseController {
    private static final String MVT = "application/vnd.mapbox-vector-tile";
    private static final String AN_HOUR = "private, max-age=3600";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,8}");
    /** Closer than this a window shows less than a house. */
    private static final int MAX_ZOOM = 20;

    private static final long KEPT_BYTES = 16L << 20;
    private static final int ENTRY_BYTES = 200;

    private record Drawn(String revision, TileCoord tile) {}

    private final PublicSurveys surveys;
    private final OpenBase base;
    private final Cache<Drawn, StoredAnswer> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES)
            .weigher((Drawn drawn, StoredAnswer answer) -> answer.size() + ENTRY_BYTES)
            .build();

    SurveyBaseController(PublicSurveys surveys, OpenBase base) {
        this.surveys = surveys;
        this.base = base;
    }

    @GetMapping("/api/surveys/{slug}/base/{z}/{x}/{y}.mvt")
    void tile(
            @PathVariable String slug,
            @PathVariable String z,
            @PathVariable String x,
            @PathVariable String y,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Parameters.of(request.getParameterMap(), Set.of());
        surveys.findOpen(slug).orElseThrow(ProblemException::notFound);
        int zoom = number("z", z, MAX_ZOOM);
        int last = (1 << zoom) - 1;
        TileCoord tile = new TileCoord(zoom, number("x", x, last), number("y", y, last));
        String revision = base.revision();
        EntityTag tag = EntityTag.of("survey-base", Version.current(), revision, tile.toString());
        if (!StoredAnswer.sendNotModified(request, response, tag, AN_HOUR)) {
            Objects.requireNonNull(kept.get(new Drawn(revision, tile), drawn -> draw(drawn.tile)))
                    .send(request, response, tag, AN_HOUR);
        }
    }

    private StoredAnswer draw(TileCoord tile) {
        VectorTileWriter writer = new VectorTileWriter(tile);
        base.draw(tile, writer);
        return writer.isEmpty() ? StoredAnswer.empty() : StoredAnswer.of(writer.toBytes(), MVT);
    }

    private static int number(String name, String value, int max) {
        int number = NUMBER.matcher(value).matches() ? Integer.parseInt(value) : -1;
        if (number < 0 || number > max) {
            throw Parameters.refused(name, value, "parameter.whole", 0L, (long) max);
        }
        return number;
    }
}
