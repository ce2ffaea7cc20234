package se.lageskarta.service.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.read.SourceTypes;

/** What the words of sources mean: those that come with the product, the names of own types, and what was said here. */
@Component
public class SourceWords {
    private final SourceTypes shipped = SourceTypes.shipped();
    private final OwnTypes types;
    private final OwnWords words;

    SourceWords(OwnTypes types, OwnWords words) {
        this.types = types;
        this.words = words;
    }

    /** As they are said now; reads two small tables. */
    public SourceTypes now() {
        Map<String, String> said = new HashMap<>();
        for (IncidentType type : types.all()) {
            for (String name : List.of(type.code(), type.nameSv(), type.nameEn())) {
                if (shipped.codeOf(name) == null) {
                    said.put(name, type.code());
                }
            }
        }
        words.all().stream().filter(word -> !word.code().isEmpty()).forEach(word -> said.put(word.word(), word.code()));
        return shipped.with(said);
    }

    SourceTypes shipped() {
        return shipped;
    }
}
