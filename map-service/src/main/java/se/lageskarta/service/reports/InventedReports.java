package se.lageskarta.service.reports;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.service.basemap.NamedPlace;
import se.lageskarta.service.basemap.PlaceKind;
import se.lageskarta.service.basemap.PlaceNames;
import se.lageskarta.service.web.ExpectedVersion;

/** A few reports for the invented town, at addresses of its own: some wait, some have been answered, two are alike. */
@Service
public class InventedReports {
    private static final String ACCOUNT = "demo-reporter";
    private static final String COORDINATOR = "demo-est-coordinator";
    private static final String ORGANISATION = "Demostaden (påhittad)";
    /** A few metres in degrees of latitude: two people who stand beside each other. */
    private static final double BESIDE_DEGREES = 0.0001;

    private record Told(
            int place, double north, int daysAgo, String type, String words, ReportState state, String answer) {}

    private static final List<Told> TOLD = List.of(
            new Told(0, 0, 1, "BEL", "Tre lampor i rad är släckta, det är helt mörkt.", ReportState.RECEIVED, ""),
            new Told(1, 0, 2, "KLO", "Klotter över hela väggen.", ReportState.RECEIVED, ""),
            new Told(
                    1, BESIDE_DEGREES, 1, "SKA", "Någon har sprejat, och rutan är sprucken.", ReportState.RECEIVED, ""),
            new Told(2, 0, 4, "ORD", "Bråk utanför varje fredag. Ring mig på 070-123 45 67.", ReportState.RECEIVED, ""),
            new Told(
                    3,
                    0,
                    9,
                    "SIK",
                    "Häcken skymmer övergångsstället.",
                    ReportState.FORWARDED,
                    "Tack för din rapport. Parkförvaltningen klipper häcken under veckan."),
            new Told(
                    4,
                    0,
                    12,
                    "NED",
                    "Soppåsar bredvid bänken.",
                    ReportState.FIXED,
                    "Tack för din rapport. Platsen är städad."));

    private final SendReports sending;
    private final HandleReports handling;
    private final PlaceNames places;
    private final Clock clock;

    InventedReports(SendReports sending, HandleReports handling, PlaceNames places, Clock clock) {
        this.sending = sending;
        this.handling = handling;
        this.places = places;
        this.clock = clock;
    }

    /** Sends them, each once however often this is called; none where no address is known. */
    public void add() {
        List<NamedPlace> addresses = addresses();
        for (Told told : TOLD) {
            if (told.place < addresses.size()) {
                send(told, addresses.get(told.place));
            }
        }
    }

    private void send(Told told, NamedPlace address) {
        ReportPlace place = new ReportPlace(address.at().lon(), address.at().lat() + told.north, 12.0, address.name());
        TimeSpan when =
                TimeSpan.at(LocalDateTime.now(clock.withZone(ReportTime.SWEDEN)).minusDays(told.daysAgo));
        String key = UUID.nameUUIDFromBytes(("demo " + told.type + told.place).getBytes(StandardCharsets.UTF_8))
                .toString();
        SendReports.Sent sent = sending.send(
                key,
                new SentReport(told.type, told.words, place, when, null),
                new Sender(ACCOUNT, ORGANISATION, true, false, false));
        if (sent.fresh() && told.state != ReportState.RECEIVED) {
            String whom = told.state == ReportState.FORWARDED ? "Parkförvaltningen" : "";
            Handling decided = new Handling(told.state, whom, told.answer, told.type, place, null, null, false);
            handling.handle(
                    sent.report().id(), new ExpectedVersion(Set.of(sent.report().version())), decided, COORDINATOR);
        }
    }

    /** Addresses some streets apart. */
    private List<NamedPlace> addresses() {
        List<NamedPlace> found = new ArrayList<>();
        for (String letter : List.of("S", "K", "P", "B", "L")) {
            NamedPlace address = firstAddress(letter);
            if (address != null) {
                found.add(address);
            }
        }
        return found;
    }

    private @Nullable NamedPlace firstAddress(String letter) {
        return places.search(letter, 50, null).stream()
                .filter(place -> place.kind() == PlaceKind.ADDRESS)
                .findFirst()
                .orElse(null);
    }
}
