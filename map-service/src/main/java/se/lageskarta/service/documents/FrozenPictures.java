package se.lageskarta.service.documents;

import java.time.YearMonth;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.pictures.Pictures;
import tools.jackson.databind.json.JsonMapper;

/** Finds the frozen picture that a document is made from. */
@Component
class FrozenPictures {
    private final Pictures pictures;
    private final Questions questions;
    private final JsonMapper json;

    FrozenPictures(Pictures pictures, Questions questions, JsonMapper json) {
        this.pictures = pictures;
        this.questions = questions;
        this.json = json;
    }

    /** The picture with a number; empty when the person being answered may not see its data. */
    Optional<PictureFacts> find(long id, DocumentKind kind) {
        Pictures.Audience audience = kind.isForTheGroup() ? Pictures.Audience.WHOLE : Pictures.Audience.MASKED;
        return pictures.find(id)
                .filter(listed -> questions.mayRead(listed.datasets()))
                .flatMap(listed -> pictures.sheet(id, audience)
                        .map(sheet -> new PictureFacts(
                                id,
                                listed.month(),
                                listed.edition(),
                                sheet.sha256(),
                                listed.datasets(),
                                json.readTree(sheet.content()))));
    }

    boolean mayRead(long id) {
        return pictures.find(id)
                .filter(listed -> questions.mayRead(listed.datasets()))
                .isPresent();
    }

    /** The latest picture whose month is not after another, that the person being answered may see. */
    Optional<Pictures.Listed> latest(YearMonth until) {
        return pictures.all().stream()
                .filter(listed -> !listed.month().isAfter(until))
                .filter(listed -> questions.mayRead(listed.datasets()))
                .findFirst();
    }
}
