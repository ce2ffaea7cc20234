package se.lageskarta.service.publications;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.service.publicpage.Words;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.register.Register;

/** Tells of publications those who work with them. */
@Component
class TellPublication {
    private final Publications publications;
    private final PrepareRelease prepare;
    private final NearHomes nearHomes;
    private final Say say;

    TellPublication(Publications publications, PrepareRelease prepare, NearHomes nearHomes, Say say) {
        this.publications = publications;
        this.prepare = prepare;
        this.nearHomes = nearHomes;
        this.say = say;
    }

    /** One line of the list. */
    record Listed(
            long id,
            long version,
            String state,
            String slug,
            Words title,
            int year,
            String part,
            List<String> groups,
            String preparedBy,
            Instant updatedAt,
            String updatedBy,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            StoredPublication.@Nullable Sent sent,
            StoredPublication.@Nullable Returned returned,
            StoredPublication.@Nullable Withdrawn withdrawn,
            @Nullable String address,
            boolean mayApprove) {}

    /** Why nothing can be published yet. @param link where that is mended; null when nowhere in particular */
    record Problem(String code, Words text, @Nullable String link) {}

    record Warning(String code, String field, @Nullable Long id, Words text) {}

    /** The words that stand where nobody wrote any. */
    record Drafted(Words text, Words method, Words report, Words statement) {}

    record Frozen(
            Instant at, String by, String note, String releaseSha256, DataVersion dataVersion, List<FileLine> files) {}

    record FileLine(String path, String sha256, int bytes, String mediaType, String address) {}

    record Addresses(
            @Nullable String page,
            @Nullable String embed,
            @Nullable String zip) {}

    /** The whole. */
    record Told(
            long id,
            long version,
            String state,
            PublicationPlan plan,
            @Nullable Drafted drafted,
            @Nullable Problem problem,
            List<Warning> warnings,
            List<String> preparedBy,
            boolean mayApprove,
            @Nullable Words mayNot,
            StoredPublication.@Nullable Sent sent,
            StoredPublication.@Nullable Returned returned,
            @Nullable Frozen approved,
            StoredPublication.@Nullable Withdrawn withdrawn,
            Addresses addresses,
            Instant createdAt,
            String createdBy,
            Instant updatedAt,
            String updatedBy) {}

    /** Something that was done. @param what prepared, changed, sent, returned, approved, withdrawn or deleted */
    record Event(Instant at, String by, String what, long version, String note) {}

    Listed line(Entry<StoredPublication> entry, String who) {
        StoredPublication stored = entry.state();
        StoredPublication.Approved approved = stored.approved();
        return new Listed(
                entry.id(),
                entry.version(),
                stored.state(),
                stored.plan().slug(),
                stored.plan().title(),
                stored.plan().ofYear(),
                stored.plan().part(),
                stored.plan().groups(),
                entry.createdBy(),
                entry.updatedAt(),
                entry.updatedBy(),
                approved == null ? null : approved.by(),
                approved == null ? null : approved.at(),
                stored.sent(),
                stored.returned(),
                stored.withdrawn(),
                approved == null ? null : page(stored),
                mayApprove(stored, who));
    }

    Told whole(Entry<StoredPublication> entry, String who) {
        StoredPublication stored = entry.state();
        Drafted drafted = null;
        Problem problem = null;
        List<Warning> warnings = new ArrayList<>();
        if (stored.isDraft()) {
            try {
                PrepareRelease.Prepared prepared = prepare.of(entry.id(), stored.plan());
                drafted = prepared.drafted();
                problem = prepared.report().accepted() ? null : problem(prepare.refused(prepared));
            } catch (CannotPublishException cannot) {
                problem = problem(cannot);
            }
            nearHomes.of(stored.plan()).forEach(near -> warnings.add(warning(near)));
        }
        return new Told(
                entry.id(),
                entry.version(),
                stored.state(),
                stored.plan(),
                drafted,
                problem,
                warnings,
                stored.writers(),
                mayApprove(stored, who),
                mayNot(stored, who),
                stored.sent(),
                stored.returned(),
                frozen(stored.approved()),
                stored.withdrawn(),
                addresses(entry),
                entry.createdAt(),
                entry.createdBy(),
                entry.updatedAt(),
                entry.updatedBy());
    }

    private Problem problem(CannotPublishException cannot) {
        boolean wantsAddresses =
                cannot.code().equals("addresses") || cannot.code().equals("few-homes");
        return new Problem(cannot.code(), cannot.words(say), wantsAddresses ? "#import" : null);
    }

    private Warning warning(DisclosureReport.NearHome near) {
        return new Warning("near-home", "measures", near.id(), say.both("near-home", near.name(), near.metres()));
    }

    static boolean mayApprove(StoredPublication stored, String who) {
        return stored.isWaiting() && !stored.writers().contains(who);
    }

    private @Nullable Words mayNot(StoredPublication stored, String who) {
        return stored.isDraft() && stored.writers().contains(who) ? say.both("same-person.detail") : null;
    }

    private static @Nullable Frozen frozen(StoredPublication.@Nullable Approved approved) {
        if (approved == null) {
            return null;
        }
        List<FileLine> files = approved.files().stream()
                .map(file -> new FileLine(file.path(), file.sha256(), file.bytes(), file.mediaType(), file.address()))
                .toList();
        return new Frozen(
                approved.at(), approved.by(), approved.note(), approved.releaseSha256(), approved.dataVersion(), files);
    }

    private static Addresses addresses(Entry<StoredPublication> entry) {
        StoredPublication stored = entry.state();
        if (stored.isDraft()) {
            return new Addresses(null, null, null);
        }
        boolean there = stored.withdrawn() == null;
        return new Addresses(
                page(stored),
                there ? "/embed/" + stored.plan().slug() + "/" : null,
                there ? "/api/publications/" + entry.id() + "/files.zip" : null);
    }

    private static String page(StoredPublication stored) {
        return "/public/" + stored.plan().slug() + "/";
    }

    /** Who did what and when, the first first. */
    List<Event> events(Entry<StoredPublication> entry) {
        List<Event> events = new ArrayList<>();
        boolean wasWaiting = false;
        for (Register.Saved<StoredPublication> saved : publications.register().history(entry.id())) {
            StoredPublication state = saved.state();
            StoredPublication.Approved approved = state.approved();
            StoredPublication.Withdrawn withdrawn = state.withdrawn();
            String what = saved.withdrawn() ? "deleted" : saved.version() == 1 ? "prepared" : "changed";
            String note = "";
            if (withdrawn != null) {
                what = "withdrawn";
                note = withdrawn.reason().sv();
            } else if (approved != null) {
                what = "approved";
                note = approved.note();
            } else if (state.isWaiting() && !saved.withdrawn()) {
                what = "sent";
            } else if (state.returned() != null && state.returned().by().equals(saved.savedBy()) && wasWaiting) {
                what = "returned";
                note = state.returned().note();
            }
            wasWaiting = state.isWaiting();
            events.add(new Event(saved.savedAt(), saved.savedBy(), what, saved.version(), note));
        }
        return events;
    }
}
