package se.lageskarta.service.reports;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/** What is sent as JSON to this room's addresses; a member nobody knows is refused before it comes here. */
final class ReportBody {
    private ReportBody() {}

    /** Where, as a phone tells it. */
    record Place(
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable Double accuracyMetres,
            @Nullable String words) {
        ReportPlace read() {
            return new ReportPlace(lon, lat, accuracyMetres, text(words));
        }
    }

    /** A report, new or changed. */
    record Written(
            @Nullable String key,
            @Nullable String type,
            @Nullable String words,
            @Nullable Place place,
            @Nullable String when,
            @Nullable Long joins) {
        SentReport read(Clock clock) {
            return new SentReport(text(type), text(words), placeOf(place), ReportTime.read(when, clock), joins);
        }
    }

    /** A decision. */
    record Decision(
            @Nullable String state,
            @Nullable String forwardedTo,
            @Nullable String answer,
            @Nullable String type,
            @Nullable Place place,
            @Nullable Long duplicateOf,
            @Nullable Long measureId,
            @Nullable Boolean counted) {
        Handling read() {
            ReportState wanted = ReportState.ofCode(text(state))
                    .orElseThrow(() -> new RefusedRequestException(
                            422,
                            List.of(FieldFault.of(
                                    "state",
                                    text(state),
                                    "report.state.unknown",
                                    ReportState.codes(ReportState.DECIDED)))));
            return new Handling(
                    wanted,
                    text(forwardedTo),
                    text(answer),
                    text(type),
                    placeOf(place),
                    duplicateOf,
                    measureId,
                    Boolean.TRUE.equals(counted));
        }
    }

    private static ReportPlace placeOf(@Nullable Place place) {
        return place == null ? new ReportPlace(null, null, null, "") : place.read();
    }

    private static String text(@Nullable String sent) {
        return Objects.requireNonNullElse(sent, "");
    }
}
