package se.lageskarta.service.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.read.FileCheck;
import se.lageskarta.geo.read.FileLook;
import se.lageskarta.geo.read.FileLook.Blocking;
import se.lageskarta.geo.read.FilePlan;
import se.lageskarta.geo.read.IncidentReader;
import se.lageskarta.geo.read.UnreadableFileException;

/**
 * Finds out what a file is and what would become of its rows, and stores nothing. What is saved for files of its shape is
 * followed unless the person has said something else.
 */
@Component
public class LookAtFile {
    /** A person waits; what was read by then is told, and that it is not all. */
    private static final long CHECK_NANOS = 4_000_000_000L;

    private final HowToRead reading;
    private final SavedMappings savedMappings;
    private final WhichDataset whichDataset;
    private final LongSupplier nanoTime = System::nanoTime;

    LookAtFile(HowToRead reading, SavedMappings savedMappings, WhichDataset whichDataset) {
        this.reading = reading;
        this.savedMappings = savedMappings;
        this.whichDataset = whichDataset;
    }

    /**
     * Of a file that nothing is said about yet.
     *
     * @throws UnreadableFileException when nothing that a person decides could make it readable
     */
    public Looked first(Path file, String fileName) throws UnreadableFileException, IOException {
        FileLook plain = look(file, fileName, FileWishes.NONE);
        if (!plain.isUsable() && plain.blocking() != null) {
            throw new UnreadableFileException(
                    plain.blocking().code(), plain.blocking().args());
        }
        SavedMapping saved = savedMappings.ofShape(plain.shape()).orElse(null);
        if (saved != null) {
            FileWishes wishes = following(saved);
            FileLook look = look(file, fileName, wishes);
            if (look.blocking() == null) {
                return looked(file, look, wishes, saved, true);
            }
        }
        // nothing is saved, or what is saved does not fit this file after all
        return looked(file, plain, FileWishes.NONE, saved, false);
    }

    /**
     * Of a file as a person says that it is to be understood.
     *
     * @param shape as it was recognised when nothing was said; null when nobody has looked at it before
     * @throws UnreadableFileException when what was said leaves nothing to show
     */
    public Looked again(Path file, String fileName, @Nullable String shape, FileWishes wishes)
            throws UnreadableFileException, IOException {
        SavedMapping saved = shape == null ? null : savedMappings.ofShape(shape).orElse(null);
        boolean followed = saved != null && wishes.over(following(saved)).equals(wishes);
        return looked(file, look(file, fileName, wishes), wishes, saved, followed);
    }

    /** The same for files that are laid out alike. */
    String shapeOf(Path file, String fileName) throws UnreadableFileException, IOException {
        return look(file, fileName, FileWishes.NONE).shape();
    }

    private FileWishes following(SavedMapping saved) {
        return saved.wishes(reading.codes());
    }

    private FileLook look(Path file, String fileName, FileWishes wishes) throws UnreadableFileException, IOException {
        return IncidentReader.look(file, fileName, reading.options(wishes, Files.size(file)));
    }

    private Looked looked(Path file, FileLook look, FileWishes wishes, @Nullable SavedMapping offered, boolean followed)
            throws UnreadableFileException, IOException {
        FilePlan plan = look.plan();
        FileCheck check = plan == null ? null : check(plan);
        Blocking blocking = look.blocking();
        if (check != null && check.complete() && check.placed() + check.uncertain() == 0) {
            String why = commonest(check);
            blocking = new Blocking(
                    "file.nothing-kept", Map.of("rows", check.rows(), "code", why, "with", argumentsOf(why, check)));
        }
        String name = ImportOrder.named(look.fileName(), wishes, look.kind());
        return new Looked(
                look,
                check,
                blocking,
                Files.size(file),
                wishes,
                look.kind() == null ? null : whichDataset.of(look.kind(), look.role(), name),
                offered,
                followed);
    }

    private FileCheck check(FilePlan plan) throws UnreadableFileException, IOException {
        long end = nanoTime.getAsLong() + CHECK_NANOS;
        return IncidentReader.check(plan, () -> nanoTime.getAsLong() - end > 0);
    }

    private static Map<String, Object> argumentsOf(String code, FileCheck check) {
        return check.problems().stream()
                .filter(found -> found.problem().code().equals(code))
                .findFirst()
                .map(found -> found.problem().args())
                .orElse(Map.of());
    }

    private static String commonest(FileCheck check) {
        return check.countByCode().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
