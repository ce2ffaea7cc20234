package se.lageskarta.service.pictures;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import se.lageskarta.service.web.ProblemException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a frozen picture's question of today's data and says what differs. Nothing is written. */
@Service
class TodaysPicture {
    private final Pictures pictures;
    private final ComposePicture compose;
    private final PictureQuestion.Reader reader;
    private final PictureDifferences differences;
    private final JsonMapper json;

    TodaysPicture(
            Pictures pictures,
            ComposePicture compose,
            PictureQuestion.Reader reader,
            PictureDifferences differences,
            JsonMapper json) {
        this.pictures = pictures;
        this.compose = compose;
        this.reader = reader;
        this.differences = differences;
        this.json = json;
    }

    /**
     * What today's data say.
     *
     * @param of number of the frozen picture
     * @param same true when nothing differs
     * @param differences field by field, the most telling first
     * @param picture as it would be frozen now
     */
    record Today(long of, boolean same, List<PictureDifferences.Difference> differences, Picture picture) {}

    /** @throws ProblemException 409 when nothing of the data is left */
    Today of(Pictures.Listed frozen, Pictures.Audience audience) {
        Collection<Long> datasets =
                reader.still(frozen.datasets(), frozen.scope().startsWith("g"));
        if (datasets.isEmpty()) {
            throw ProblemException.of(409, "picture.withdrawn");
        }
        Picture whole = compose.of(reader.again(frozen.month(), datasets), null);
        Picture now = audience == Pictures.Audience.WHOLE ? whole : compose.masked(whole);
        JsonNode then = json.readTree(pictures.sheet(frozen.id(), audience)
                .orElseThrow(ProblemException::notFound)
                .content());
        List<PictureDifferences.Difference> found = differences.between(then, json.valueToTree(now));
        return new Today(frozen.id(), found.isEmpty(), found, now);
    }
}
