package se.lageskarta.service.ingest;

import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import se.lageskarta.service.web.Parameters;

/** Understands what is sent about a file, with the saved mapping that it may refer to. */
@Component
public class WhatWasSaid {
    private final HowToRead reading;
    private final SavedMappings savedMappings;

    WhatWasSaid(HowToRead reading, SavedMappings savedMappings) {
        this.reading = reading;
        this.savedMappings = savedMappings;
    }

    /** @throws se.lageskarta.service.web.RefusedRequestException naming every part that cannot be understood */
    FileWishes in(SentWishes sent) {
        Set<String> codes = reading.codes();
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

    /** What is saved under a name; empty when nothing is. */
    public Optional<FileWishes> savedAs(String name) {
        return savedMappings.named(name).map(saved -> saved.wishes(reading.codes()));
    }

    /** Codes that words are given and that are not there. */
    public SortedSet<String> unknownCodes(FileWishes wishes) {
        SortedSet<String> unknown = new TreeSet<>(wishes.types().values());
        unknown.removeAll(reading.codes());
        return unknown;
    }
}
