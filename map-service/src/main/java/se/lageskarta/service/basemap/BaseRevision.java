package se.lageskarta.service.basemap;

import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.DatasetKind;
import se.lageskarta.service.storage.Datasets;

/** Which base layers there are and how often each has changed: what anything computed from them depends on. */
@Component
class BaseRevision {
    private final Datasets datasets;

    BaseRevision(Datasets datasets) {
        this.datasets = datasets;
    }

    /** The same text means the same features, also after a restart. */
    String current() {
        return datasets.all().stream()
                .filter(BaseRevision::isBase)
                .map(dataset -> dataset.id() + "." + dataset.revision())
                .collect(Collectors.joining("-"));
    }

    /** The box that holds all base layers. */
    Optional<Bounds> bounds() {
        return datasets.all().stream()
                .filter(BaseRevision::isBase)
                .flatMap(dataset -> Optional.ofNullable(dataset.extent().bounds()).stream())
                .reduce(Bounds::joinedWith);
    }

    private static boolean isBase(Dataset dataset) {
        return dataset.kind() == DatasetKind.BASE;
    }
}
