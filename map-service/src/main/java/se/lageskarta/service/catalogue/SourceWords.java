package se.lageskarta.service.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.read.DatedCode;
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
        Map<String, List<DatedCode>> here = new HashMap<>();
        words.all().stream().filter(OwnWord::isSaid).forEach(word -> here.put(word.word(), word.meanings()));
        return unsaid().withDated(here);
    }

    /** What words mean without anybody having said so here. */
    SourceTypes unsaid() {
        Map<String, String> names = new HashMap<>();
        for (IncidentType type : types.all()) {
            for (String name : List.of(type.code(), type.nameSv(), type.nameEn())) {
                if (shipped.codeOf(name) == null) {
                    names.put(name, type.code());
                }
            }
        }
        return shipped.with(names);
    }
}
