package se.lageskarta.service.spots;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.hotspot.SpotMatch;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.spots.SpotBook.Look;
import se.lageskarta.service.spots.SpotBook.Page;
import se.lageskarta.service.spots.SpotRows.Named;
import se.lageskarta.service.spots.SpotRows.Seen;
import se.lageskarta.service.storage.Dataset;

/** Writes down which spot each hotspot of a month is, in a transaction that holds {@link SpotRows#lock}. */
@Component
class RegisterSpots {
    private final SpotRows rows;
    private final SpotNames names;

    RegisterSpots(SpotRows rows, SpotNames names) {
        this.rows = rows;
        this.names = names;
    }

    /**
     * Where it comes from.
     *
     * @param datasets their numbers, ascending
     * @param who the account that asks
     */
    record Source(List<Long> datasets, String who) {
        static Source of(Question question, String who) {
            return new Source(
                    question.datasets().stream().map(Dataset::id).sorted().toList(), who);
        }
    }

    /**
     * What was written.
     *
     * @param book as it is afterwards, but for its revision
     * @param spots number of the spot of each hotspot
     * @param changed false when everything was there already
     */
    record Written(SpotBook book, List<Long> spots, boolean changed) {}

    /**
     * A month that was looked through: replaces what was known of it, but for places that people follow.
     *
     * @param found as stored
     */
    Written month(SpotBook book, Look look, List<FoundHotspot> found, Source source) {
        Map<Long, Named> named = named(book);
        List<Seen> seen = recognise(book, look, found, named, false, source);
        Set<Long> here = numbers(seen);
        List<Seen> before = new ArrayList<>();
        List<Seen> after = new ArrayList<>(seen);
        for (Page page : book.pages()) {
            for (Seen one : page.seen()) {
                boolean ofMonth = one.month().equals(look.month());
                if (ofMonth && (here.contains(one.spot()) || look.scope().holds(page.named()))) {
                    before.add(one);
                    if (one.followed() && !here.contains(one.spot())) {
                        after.add(one);
                    }
                }
            }
        }
        boolean looked = book.hasLooked(look);
        if (!looked) {
            rows.add(look);
        }
        Map<Long, Page> changed = replace(book, named, before, after);
        List<Long> spots = seen.stream().map(Seen::spot).toList();
        return new Written(
                looked && changed.isEmpty() ? book : book.with(changed, look), spots, !looked || !changed.isEmpty());
    }

    /** A hotspot that somebody wants to follow: written down unless the month knows the spot already. */
    Written followed(SpotBook book, Look look, FoundHotspot found, Source source) {
        Map<Long, Named> named = named(book);
        List<Seen> seen = recognise(book, look, List.of(found), named, true, source);
        long spot = seen.get(0).spot();
        boolean known = book.page(spot).stream()
                .flatMap(page -> page.seen().stream())
                .anyMatch(one -> one.month().equals(look.month()));
        Map<Long, Page> changed = known ? Map.of() : replace(book, named, List.of(), seen);
        return new Written(known ? book : book.with(changed), List.of(spot), !known);
    }

    private static Map<Long, Named> named(SpotBook book) {
        Map<Long, Named> named = new HashMap<>();
        book.pages().forEach(page -> named.put(page.named().id(), page.named()));
        return named;
    }

    private List<Seen> recognise(
            SpotBook book,
            Look look,
            List<FoundHotspot> found,
            Map<Long, Named> named,
            boolean followed,
            Source source) {
        List<SpotMatch> matches = book.match(
                look.month(),
                look.scope(),
                found.stream().map(FoundHotspot::outline).toList());
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            FoundHotspot hotspot = found.get(i);
            Long spot = matches.get(i).spot();
            if (spot == null) {
                Named added = rows.add(
                        look.scope(), names.of(hotspot.outline()), look.month(), hotspot.outline(), source.who());
                names.note(added, source.who());
                named.put(added.id(), added);
                spot = added.id();
            }
            seen.add(new Seen(
                    spot,
                    look.month(),
                    hotspot.count(),
                    hotspot.trend(),
                    followed,
                    matches.get(i).merged(),
                    source.datasets(),
                    hotspot.outline()));
        }
        return seen;
    }

    /** Replaces some months by others and says how the pages of the spots concerned look then. */
    private Map<Long, Page> replace(SpotBook book, Map<Long, Named> named, List<Seen> before, List<Seen> after) {
        List<Seen> removed = before.stream()
                .filter(one -> after.stream().noneMatch(one::isAs))
                .toList();
        List<Seen> added = after.stream()
                .filter(one -> before.stream().noneMatch(one::isAs))
                .toList();
        rows.remove(removed);
        rows.add(added);
        Set<Long> touched = numbers(removed);
        touched.addAll(numbers(added));
        Map<Long, Page> changed = new TreeMap<>();
        for (long spot : touched) {
            TreeMap<YearMonth, Seen> months = new TreeMap<>();
            book.page(spot).ifPresent(page -> page.seen().forEach(one -> months.put(one.month(), one)));
            removed.stream().filter(one -> one.spot() == spot).forEach(one -> months.remove(one.month()));
            added.stream().filter(one -> one.spot() == spot).forEach(one -> months.put(one.month(), one));
            Named placed = placed(Objects.requireNonNull(named.get(spot)), months);
            changed.put(spot, new Page(placed, List.copyOf(months.values()), List.of()));
        }
        rows.place(changed.values().stream().map(Page::named).toList());
        return changed;
    }

    /** A spot that no month tells of any more stays where it was. */
    private static Named placed(Named named, TreeMap<YearMonth, Seen> months) {
        return months.isEmpty()
                ? named
                : named.between(
                        months.firstKey(),
                        months.lastKey(),
                        months.lastEntry().getValue().outline());
    }

    private static Set<Long> numbers(List<Seen> months) {
        Set<Long> spots = new TreeSet<>();
        months.forEach(one -> spots.add(one.spot()));
        return spots;
    }
}
