package se.lageskarta.service.geocoding;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.service.basemap.PlacesInWords;
import se.lageskarta.service.storage.PlaceAliases;
import se.lageskarta.service.storage.SettledPlace;
import se.lageskarta.service.storage.StoredCandidate;
import se.lageskarta.service.storage.WaitingDecisions;
import se.lageskarta.service.storage.WaitingPlace;
import se.lageskarta.service.storage.WaitingPlaces;
import se.lageskarta.service.storage.WordsKey;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;

/** Decides about waiting rows, and remembers what their words mean. */
@Component
class SettlePlaces {
    private static final int LONGEST_REASON = 500;

    private final WaitingPlaces places;
    private final WaitingDecisions decisions;
    private final PlaceAliases aliases;

    SettlePlaces(WaitingPlaces places, WaitingDecisions decisions, PlaceAliases aliases) {
        this.places = places;
        this.decisions = decisions;
        this.aliases = aliases;
    }

    /** @return how many rows were settled */
    int settle(long id, ExpectedVersion expected, SentPlace sent, String by) {
        WaitingPlace row = places.find(id).orElseThrow(ProblemException::notFound);
        SettledPlace place = placeOf(row, sent);
        int settled = decisions.settle(id, expected::allows, place, sent.forSameText(), by);
        if (settled > 0) {
            aliases.remember(row.written(), place, by);
        }
        return settled;
    }

    int leave(long id, ExpectedVersion expected, String reason, boolean sameText, String by) {
        String told = PlacesInWords.mask(reason.strip());
        if (told.isEmpty()) {
            throw Parameters.refused("reason", "", "place.leave.reason");
        }
        String cut = told.length() <= LONGEST_REASON ? told : told.substring(0, LONGEST_REASON);
        places.find(id).orElseThrow(ProblemException::notFound);
        return decisions.leave(id, expected::allows, cut, sameText, by);
    }

    /** Takes a decision back, and what was remembered with it. */
    int reopen(long id, ExpectedVersion expected, boolean sameText, String by) {
        WaitingPlace row = places.find(id).orElseThrow(ProblemException::notFound);
        int reopened = decisions.reopen(id, expected::allows, sameText, by);
        if (reopened > 0) {
            aliases.forget(WordsKey.of(row.written()));
        }
        return reopened;
    }

    private SettledPlace placeOf(WaitingPlace row, SentPlace sent) {
        PlacePrecision level = sent.level();
        String name = sent.name() == null || sent.name().isBlank()
                ? row.written().text()
                : sent.name().strip();
        String known = PlacesInWords.mask(name.replace('\0', ' '));
        return new SettledPlace(known, sent.longitude(), sent.latitude(), level, shapeOf(row, sent));
    }

    private @Nullable Geometry shapeOf(WaitingPlace row, SentPlace sent) {
        Integer index = sent.shape();
        if (index == null) {
            return null;
        }
        if (index < 0 || index >= row.candidates().size()) {
            throw Parameters.refused(
                    "shape",
                    index.toString(),
                    "place.settle.candidate",
                    row.candidates().size());
        }
        StoredCandidate candidate = row.candidates().get(index);
        Long number = candidate.shape();
        boolean point = sent.level() == PlacePrecision.ADDRESS;
        return number == null || point ? null : places.shape(number).orElse(null);
    }
}
