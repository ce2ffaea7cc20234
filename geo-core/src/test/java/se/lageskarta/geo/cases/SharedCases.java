package se.lageskarta.geo.cases;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the folder of large reference cases lies, beside the project, when it does. */
final class SharedCases {
    private SharedCases() {}

    static Optional<Path> folder() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null) {
            Path cases = at.resolve("shared/reference/cases");
            if (Files.isDirectory(cases.resolve("expected"))) {
                return Optional.of(cases);
            }
            at = at.getParent();
        }
        return Optional.empty();
    }
}
