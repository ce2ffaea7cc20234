package se.lageskarta.service.publications;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.publicpage.Words;

/**
 * A publication as it is kept: a draft that changes, waits for a second person while it is sent, then is approved, and
 * perhaps withdrawn.
 *
 * @param plan what people chose and wrote; changed no more once approved
 * @param writers usernames of everybody who has written on the draft, the first first: none of them may approve it
 * @param sent null unless it waits for a second person
 * @param returned who gave it back last, and why; null when nobody has since it was sent
 * @param approved null for a draft
 * @param withdrawn null unless it has been taken back
 */
record StoredPublication(
        PublicationPlan plan,
        List<String> writers,
        @Nullable Sent sent,
        @Nullable Returned returned,
        @Nullable Approved approved,
        @Nullable Withdrawn withdrawn) {
    /** Who sent it to a second person, and when. */
    record Sent(Instant at, String by) {}

    /** Who gave it back. @param note what needs to be changed; empty from who prepares it */
    record Returned(Instant at, String by, String note) {}

    /**
     * The approval.
     *
     * @param note what the second person wrote
     * @param releaseSha256 of the release's bytes
     * @param files what everybody may read, the page first
     */
    record Approved(
            Instant at, String by, String note, String releaseSha256, DataVersion dataVersion, List<FrozenFile> files) {
        Approved {
            files = List.copyOf(files);
        }
    }

    /** A file with the SHA-256 of its bytes, hexadecimal. */
    record FrozenFile(String path, String sha256, int bytes, String mediaType) {
        /** Where it can be read for ever. */
        String address() {
            return "/public/files/" + sha256 + "." + extension();
        }

        String extension() {
            int dot = path.lastIndexOf('.');
            return dot < 0 ? "bin" : path.substring(dot + 1);
        }
    }

    /** When it was taken back, and what its address says since. */
    record Withdrawn(Instant at, String by, Words reason) {}

    StoredPublication {
        writers = List.copyOf(writers);
    }

    static StoredPublication begun(PublicationPlan plan, String who) {
        return new StoredPublication(plan, List.of(who), null, null, null, null);
    }

    StoredPublication changed(PublicationPlan next, String who) {
        List<String> all =
                Stream.concat(writers.stream(), Stream.of(who)).distinct().toList();
        return new StoredPublication(next, all, null, returned, null, null);
    }

    /** Waits for a second person from now on. */
    StoredPublication with(Sent sending) {
        return new StoredPublication(plan, writers, sending, null, null, null);
    }

    /** A draft again. */
    StoredPublication with(Returned back) {
        return new StoredPublication(plan, writers, null, back, null, null);
    }

    StoredPublication with(Approved approval) {
        return new StoredPublication(plan, writers, sent, null, approval, null);
    }

    StoredPublication with(Withdrawn withdrawal) {
        return new StoredPublication(plan, writers, sent, null, approved, withdrawal);
    }

    /** True while nothing of it is public: it is written, or waits. */
    boolean isDraft() {
        return approved == null;
    }

    /** True while a second person is to decide: nobody writes on it then. */
    boolean isWaiting() {
        return approved == null && sent != null;
    }

    /** {@code draft}, {@code waiting}, {@code approved} or {@code withdrawn}. */
    String state() {
        if (approved == null) {
            return sent == null ? "draft" : "waiting";
        }
        return withdrawn == null ? "approved" : "withdrawn";
    }
}
