package se.lageskarta.service.ingest;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.geo.read.FileKind;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.storage.DatasetKind;
import se.lageskarta.service.storage.Datasets;

/** Finds the dataset that a file goes into: the one of its kind with the name that was said. */
@Component
class WhichDataset {
    private static final int ROOM_FOR_ROLE = 20;

    private final Datasets datasets;

    WhichDataset(Datasets datasets) {
        this.datasets = datasets;
    }

    /**
     * @param name that the dataset has or gets
     * @param existing null when it is made with the file
     * @param namesakes datasets of other kinds that have the name as well
     */
    record Target(String name, @Nullable Dataset existing, List<Dataset> namesakes) {}

    Target of(FileKind fileKind, @Nullable BaseRole baseRole, String wanted) {
        DatasetKind kind = DatasetKind.of(fileKind.code());
        String role = fileKind == FileKind.BASE && baseRole != null ? baseRole.code() : null;
        String name = wanted;
        Optional<Dataset> known = datasets.named(name, kind);
        if (known.isPresent() && !Objects.equals(known.get().role(), role)) {
            // one name, several layers of the background map
            name = cut(name, ImportOrder.LONGEST_NAME - ROOM_FOR_ROLE) + " – " + role;
            known = datasets.named(name, kind);
        }
        List<Dataset> namesakes = datasets.all().stream()
                .filter(dataset -> dataset.name().equals(wanted) && dataset.kind() != kind)
                .toList();
        return new Target(name, known.orElse(null), namesakes);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
