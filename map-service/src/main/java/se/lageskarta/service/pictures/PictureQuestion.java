package se.lageskarta.service.pictures;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.service.evidence.DatasetGroup;
import se.lageskarta.service.evidence.EvidenceStream;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.storage.Dataset;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.RefusedRequestException;
import se.lageskarta.service.web.Sha256;

/**
 * Which month of which data a picture is asked of.
 *
 * @param month the month
 * @param scope which data, as the picture tells it
 * @param question the twelve months that end with it
 */
record PictureQuestion(YearMonth month, Picture.Scope scope, Question question) {
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final int LONGEST_SCOPE = 80;

    /** All incidents of its data of all time, whatever they are evidence of. */
    List<Incidents> everything() {
        return allOf(question);
    }

    private static List<Incidents> allOf(Question question) {
        return question.withStream(EvidenceStream.ALL).incidentsOfAllTime();
    }

    Twelve twelve() {
        return new Twelve(month);
    }

    /** Reads questions of the person being answered. */
    @Component
    static class Reader {
        private final Questions questions;

        Reader(Questions questions) {
            this.questions = questions;
        }

        /**
         * @param month such as 2026-10; null for the last whole month of the data
         * @param datasets their numbers; empty for the group with the newest import
         * @throws RefusedRequestException when the month or a dataset cannot be asked about
         */
        PictureQuestion of(@Nullable String month, Collection<Long> datasets) {
            Question all = question(datasets, null);
            SamePeriods.Days covered = SamePeriods.known(allOf(all));
            if (covered == null) {
                throw refused("datasets", "", "picture.no-data");
            }
            YearMonth wanted = month == null || month.isBlank() ? SamePeriods.lastWhole(covered) : read(month);
            if (wanted.atEndOfMonth().isBefore(covered.from())
                    || wanted.atDay(1).isAfter(covered.to())) {
                throw refused(
                        "month",
                        wanted.toString(),
                        "picture.month.outside",
                        YearMonth.from(covered.from()).toString(),
                        YearMonth.from(covered.to()).toString());
            }
            return new PictureQuestion(wanted, scope(all.datasets()), question(datasets, new Twelve(wanted)));
        }

        /** The question of a month that has been asked before; the data may have shrunk since. */
        PictureQuestion again(YearMonth month, Collection<Long> datasets) {
            Question asked = question(datasets, new Twelve(month));
            return new PictureQuestion(month, scope(asked.datasets()), asked);
        }

        /** The days that the data cover; null when there are none. */
        SamePeriods.@Nullable Days covered(Collection<Long> datasets) {
            return SamePeriods.known(allOf(question(datasets, null)));
        }

        /** True when nothing that a picture was made of is kept from the person. */
        boolean mayRead(Collection<Long> datasets) {
            return questions.mayRead(new TreeSet<>(datasets));
        }

        /** Those of some datasets that are still here, with what lies beside them by now. */
        Collection<Long> still(Collection<Long> datasets, boolean group) {
            TreeSet<Long> beside = new TreeSet<>(questions.beside(new TreeSet<>(datasets)));
            if (!group) {
                beside.retainAll(datasets);
            }
            return beside;
        }

        private Question question(Collection<Long> datasets, @Nullable Twelve period) {
            Map<String, String[]> sent = new HashMap<>();
            if (!datasets.isEmpty()) {
                sent.put(
                        "datasets",
                        new String[] {datasets.stream().map(String::valueOf).collect(Collectors.joining(","))});
            }
            if (period != null) {
                sent.put("from", new String[] {period.from().toString()});
                sent.put("to", new String[] {period.to().toString()});
            }
            return questions.of(Parameters.of(sent, Questions.PARAMETERS));
        }

        private Picture.Scope scope(List<Dataset> datasets) {
            List<Picture.Source> sources = datasets.stream()
                    .map(one -> new Picture.Source(
                            one.id(),
                            one.name(),
                            one.kind().code(),
                            one.revision(),
                            one.extent().rows()))
                    .toList();
            DatasetGroup group = questions
                    .groupOf(datasets.stream().map(Dataset::id).collect(Collectors.toSet()))
                    .orElse(null);
            String ids = datasets.stream().map(one -> "" + one.id()).collect(Collectors.joining("."));
            String id = group != null
                    ? group.id()
                    : "d"
                            + (ids.length() > LONGEST_SCOPE
                                    ? Sha256.of(ids.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                                    : ids);
            String name = group != null
                    ? group.name()
                    : datasets.stream().map(Dataset::name).collect(Collectors.joining(", "));
            return new Picture.Scope(id, name.length() > 200 ? name.substring(0, 200) : name, sources);
        }

        private static YearMonth read(String month) {
            try {
                if (MONTH.matcher(month.strip()).matches()) {
                    return YearMonth.parse(month.strip());
                }
            } catch (DateTimeException e) {
                // told below
            }
            throw refused("month", month, "picture.month");
        }

        private static RefusedRequestException refused(String field, String value, String code, Object... arguments) {
            return new RefusedRequestException(422, List.of(FieldFault.of(field, value, code, arguments)));
        }
    }
}
