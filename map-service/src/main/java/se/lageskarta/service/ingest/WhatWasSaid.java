package se.lageskarta.service.ingest;

import org.springframework.stereotype.Component;
import se.lageskarta.service.web.Parameters;

/** Understands what is sent about a file, with the saved mapping that it may refer to. */
@Component
class WhatWasSaid {
    private final HowToRead reading;
    private final SavedMappings savedMappings;

    WhatWasSaid(HowToRead reading, SavedMappings savedMappings) {
        this.reading = reading;
        this.savedMappings = savedMappings;
    }

    /** @throws se.lageskarta.service.web.RefusedRequestException naming every part that cannot be understood */
    FileWishes in(SentWishes sent) {
        var codes = reading.codes();
        FileWishes said = sent.read(codes);
        Long number = sent.savedMapping();
        if (number == null) {
            return said;
        }
        SavedMapping saved = savedMappings
                .find(number)
                .orElseThrow(() -> Parameters.refused("savedMapping", String.valueOf(number), "import.saved-mapping"));
        return said.over(saved.wishes(codes));
    }
}
