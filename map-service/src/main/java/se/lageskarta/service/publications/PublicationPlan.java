package se.lageskarta.service.publications;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lageskarta.service.freetext.Written;
import se.lageskarta.service.publicpage.Release;
import se.lageskarta.service.publicpage.Words;

/**
 * What a communicator chooses and writes of a release (profil). Numbers are never part of it.
 *
 * @param slug the last part of its public address: 3 to 60 of a–z, 0–9 and hyphens
 * @param title 1 to 120 characters
 * @param year calendar year counted
 * @param part code of {@link PublicPart}; absent is the whole year
 * @param groups at most three codes of groups that may be series of their own
 * @param datasets numbers of the datasets counted; none for those of the newest group
 * @param newAreas true to make areas anew from today's dwellings instead of those of earlier releases
 * @param publisher who answers for it, 1 to 120 characters; never a person
 * @param contact where faults of the page are reported: an e-mail or web address
 * @param text the plain words of the page; empty to draft them from the numbers
 * @param method how the numbers were made; empty for the usual words
 * @param report how to report something; empty for the usual words
 * @param statement what is known to be wrong with the page for who reads it another way; empty for the usual words
 * @param statementContact where who cannot use the page turns; empty for {@code contact}
 * @param measures those told of, in the order they are shown
 * @param walks numbers of safety walks told of
 * @param surveyWaves numbers of survey waves whose marks are told of
 */
record PublicationPlan(
        String slug,
        Words title,
        @Nullable Integer year,
        String part,
        List<String> groups,
        List<Long> datasets,
        @Nullable Boolean newAreas,
        String publisher,
        String contact,
        Words text,
        Words method,
        Words report,
        @Nullable Words statement,
        @Nullable String statementContact,
        List<ToldMeasure> measures,
        List<Long> walks,
        List<Long> surveyWaves) {
    static final int MOST_GROUPS = 3;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{1,58}[a-z0-9]");
    private static final Pattern CONTACT =
            Pattern.compile("[^\\s@<>\"']{1,64}@[A-Za-z0-9.-]{3,120}|https://[^\\s<>\"']{4,180}");
    /** Words of addresses that are ours. */
    private static final Set<String> TAKEN = Set.of("files");

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final int MAX_TITLE = 120;
    private static final int MAX_TEXT = 6_000;
    private static final int MAX_CONTACT = 200;
    private static final int MOST_CHOSEN = 100;

    /** @throws se.lageskarta.service.web.RefusedRequestException 422 with every fault at once */
    PublicationPlan {
        Written written = new Written();
        slug = slug == null ? "" : slug.strip();
        if (!SLUG.matcher(slug).matches() || TAKEN.contains(slug)) {
            written.fault("slug", slug, "publication.slug");
        }
        title = words(written, "title", title, 1, MAX_TITLE);
        if (title.en().isEmpty()) {
            title = new Words(title.sv(), title.sv());
        }
        if (year == null) {
            written.fault("year", "", "written.missing");
        } else {
            written.whole("year", year, FIRST_YEAR, LAST_YEAR);
        }
        part = written.word("part", part, PublicPart.YEAR.code(), PublicPart.CODES);
        groups = unique(written, "groups", written.list("groups", groups, MOST_GROUPS));
        datasets = unique(written, "datasets", written.list("datasets", datasets, MOST_CHOSEN));
        newAreas = Boolean.TRUE.equals(newAreas);
        publisher = written.text("publisher", publisher, 1, MAX_TITLE);
        // an address for faults is wanted here, so it is not masked as personal data is elsewhere
        contact = address(written, "contact", contact, true);
        statementContact = address(written, "statementContact", statementContact, false);
        text = words(written, "text", text, 0, MAX_TEXT);
        method = words(written, "method", method, 0, MAX_TEXT);
        report = words(written, "report", report, 0, MAX_TEXT);
        statement = words(written, "statement", statement, 0, MAX_TEXT);
        measures = told(written, written.list("measures", measures, MOST_CHOSEN));
        walks = unique(written, "walks", written.list("walks", walks, MOST_CHOSEN));
        surveyWaves = unique(written, "surveyWaves", written.list("surveyWaves", surveyWaves, MOST_CHOSEN));
        written.refuseFaults();
    }

    PublicPart ofPart() {
        return PublicPart.of(part).orElseThrow();
    }

    int ofYear() {
        return Objects.requireNonNull(year);
    }

    LocalDate firstDay() {
        return ofPart().firstDay(ofYear());
    }

    LocalDate lastDay() {
        return ofPart().lastDay(ofYear());
    }

    boolean wantsNewAreas() {
        return Boolean.TRUE.equals(newAreas);
    }

    PublicationPlan withDatasets(List<Long> chosen) {
        return new PublicationPlan(
                slug,
                title,
                year,
                part,
                groups,
                chosen,
                newAreas,
                publisher,
                contact,
                text,
                method,
                report,
                statement,
                statementContact,
                measures,
                walks,
                surveyWaves);
    }

    /** What is said of its accessibility; null when nobody has written anything of their own. */
    Release.@Nullable Access access() {
        Words own = Objects.requireNonNull(statement);
        String where = Objects.requireNonNull(statementContact);
        boolean usual = own.sv().isEmpty() && own.en().isEmpty() && where.isEmpty();
        return usual ? null : new Release.Access(own, where.isEmpty() ? contact : where);
    }

    private static String address(Written written, String field, @Nullable String sent, boolean needed) {
        String stripped = sent == null ? "" : sent.strip();
        boolean absent = stripped.isEmpty() && !needed;
        if (!absent
                && (stripped.length() > MAX_CONTACT
                        || !CONTACT.matcher(stripped).matches())) {
            written.fault(field, stripped, "publication.contact");
        }
        return stripped;
    }

    private static Words words(Written written, String field, @Nullable Words sent, int least, int most) {
        String sv = written.text(field + ".sv", sent == null ? "" : sent.sv(), least, most);
        String en = written.text(field + ".en", sent == null ? "" : sent.en(), 0, most);
        return new Words(sv, en);
    }

    private static List<ToldMeasure> told(Written written, List<ToldMeasure> sent) {
        List<ToldMeasure> read = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < sent.size(); i++) {
            ToldMeasure measure = sent.get(i).read(written, i);
            read.add(measure);
            if (measure.id() != null && !seen.add(measure.id())) {
                written.fault("measures[" + i + "].id", "" + measure.id(), "publication.twice");
            }
        }
        return List.copyOf(read);
    }

    private static <T> List<T> unique(Written written, String field, List<T> sent) {
        Set<T> seen = new HashSet<>();
        for (T each : sent) {
            if (!seen.add(each)) {
                written.fault(field, each.toString(), "publication.twice");
            }
        }
        return sent;
    }
}
