package se.lageskarta.service.downloads;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import se.lageskarta.service.settings.DataSettings;
import se.lageskarta.service.web.ByteRange;
import se.lageskarta.service.web.EntityTag;

/**
 * Downloads that somebody reads part by part (GDAL's {@code /vsicurl/}, QGIS): written out once, kept until nobody has
 * asked for a while. The tag names question, data and audience, so no one is given another's file. How many there are
 * is not limited, as one that is evicted at once could not be read: a million points are some 250 MB of disk.
 */
@Component
@ConditionalOnWebApplication
class DownloadFiles implements AutoCloseable {
    private static final Duration KEPT_AFTER_USE = Duration.ofMinutes(2);
    private static final String ENDING = ".download";

    private final Path folder;
    private final Cache<EntityTag, Whole> kept = Caffeine.newBuilder()
            .expireAfterAccess(KEPT_AFTER_USE)
            .scheduler(Scheduler.systemScheduler())
            .executor(Runnable::run)
            .removalListener(DownloadFiles::gone)
            .build();

    DownloadFiles(DataSettings settings) throws IOException {
        folder = settings.downloadDir();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*" + ENDING)) {
                left.forEach(DownloadFiles::remove);
            }
        }
    }

    /** Writes a download. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** The download with this tag, written now if it is not there. */
    Whole of(EntityTag tag, Writing writing) {
        return Objects.requireNonNull(kept.get(tag, unknown -> write(writing)));
    }

    @Override
    public void close() {
        kept.invalidateAll();
    }

    private Whole write(Writing writing) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(UUID.randomUUID() + ENDING);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                writing.to(out);
            } catch (IOException | RuntimeException e) {
                remove(file);
                throw e;
            }
            return new Whole(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void gone(@Nullable EntityTag tag, @Nullable Whole file, RemovalCause why) {
        remove(Objects.requireNonNull(file).file);
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // still being read, on a system that minds: goes at the next start
        }
    }

    /** A download on disk. */
    record Whole(Path file) {
        /** Sends it, or the part that is asked for. */
        void send(HttpServletRequest request, HttpServletResponse response, EntityTag tag) throws IOException {
            try (FileChannel channel = FileChannel.open(file)) {
                long length = channel.size();
                ByteRange part =
                        ByteRange.asked(request, tag.header(false), length).orElse(null);
                if (part == null) {
                    response.setContentLengthLong(length);
                } else {
                    part.head(response);
                }
                if (request.getMethod().equals("GET")) {
                    copy(channel, part == null ? 0 : part.from(), part == null ? length : part.size(), response);
                }
            }
        }

        private static void copy(FileChannel from, long start, long size, HttpServletResponse response)
                throws IOException {
            try (WritableByteChannel to = Channels.newChannel(response.getOutputStream())) {
                long done = 0;
                while (done < size) {
                    done += from.transferTo(start + done, size - done, to);
                }
            }
        }
    }
}
