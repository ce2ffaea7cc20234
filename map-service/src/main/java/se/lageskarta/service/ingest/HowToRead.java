package se.lageskarta.service.ingest;

import java.util.Set;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.read.Patience;
import se.lageskarta.geo.read.ReadOptions;
import se.lageskarta.geo.read.SourceTypes;
import se.lageskarta.service.basemap.PlacesInWords;
import se.lageskarta.service.catalogue.IncidentTypes;
import se.lageskarta.service.catalogue.SourceWords;

/** What this installation knows that helps to read a file: what the words for types mean, and where places are. */
@Component
class HowToRead {
    /** For each started 100 MB. */
    private static final long SECONDS_FOR_100_MB = 30;

    private static final long BYTES_OF_100_MB = 100L << 20;

    private final SourceWords words;
    private final IncidentTypes incidentTypes;
    private final PlacesInWords places;
    private final LongSupplier nanoTime = System::nanoTime;

    HowToRead(SourceWords words, IncidentTypes incidentTypes, PlacesInWords places) {
        this.words = words;
        this.incidentTypes = incidentTypes;
        this.places = places;
    }

    /** Codes that a word may be given. */
    Set<String> codes() {
        return incidentTypes.codes();
    }

    /** What words mean here, and in this file besides. */
    SourceTypes types(FileWishes wishes) {
        SourceTypes known = words.now();
        return wishes.types().isEmpty() ? known : known.with(wishes.types());
    }

    /** As the person said, and no longer than a file of this length should take. */
    ReadOptions options(FileWishes wishes, long bytes) {
        long seconds = SECONDS_FOR_100_MB * (bytes / BYTES_OF_100_MB + 1);
        return new ReadOptions(wishes.crs(), wishes.kind(), wishes.mapping(), types(wishes), wishes.role())
                .with(wishes.layout())
                .with(places.finder())
                .with(new Patience(nanoTime, seconds));
    }
}
