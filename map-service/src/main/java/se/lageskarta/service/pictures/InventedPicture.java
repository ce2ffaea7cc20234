package se.lageskarta.service.pictures;

import java.util.List;
import org.springframework.stereotype.Service;

/** Freezes the last whole month of the invented town, so that its pages show what they are for. */
@Service
public class InventedPicture {
    private final PreparePicture prepare;
    private final PictureQuestion.Reader reader;

    InventedPicture(PreparePicture prepare, PictureQuestion.Reader reader) {
        this.prepare = prepare;
        this.reader = reader;
    }

    /**
     * The number of the picture.
     *
     * @throws se.lageskarta.service.web.RefusedRequestException when there are no data
     */
    public long add(String who) {
        return prepare.of(reader.of(null, List.of()), who).picture().id();
    }
}
