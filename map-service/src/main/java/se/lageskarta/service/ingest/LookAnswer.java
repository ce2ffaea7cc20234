package se.lageskarta.service.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.read.Fate;
import se.lageskarta.geo.read.FileCheck;
import se.lageskarta.geo.read.FileLook;
import se.lageskarta.geo.read.FilePlan;
import se.lageskarta.geo.read.RowProblem;
import se.lageskarta.service.storage.Dataset;

/** What a file seems to be, as it is told over HTTP and on the command line, in one language. */
record LookAnswer(
        String fileName,
        long bytes,
        String format,
        @Nullable String recognisedAs,
        List<FileLook.Part> parts,
        FileLook.@Nullable Encoding encoding,
        @Nullable String separator,
        @Nullable Long headingLine,
        List<String> headings,
        List<FileLook.FirstRow> firstRows,
        List<FileLook.FieldColumn> fields,
        @Nullable String kind,
        @Nullable String role,
        @Nullable CrsAnswer crs,
        List<Place> places,
        List<Drawn> shapes,
        double @Nullable [] bounds,
        @Nullable Check check,
        @Nullable Saved savedMapping,
        @Nullable Target dataset,
        boolean ready,
        @Nullable Blocking blocking,
        List<String> notes) {
    /** Larger files are better sent by command line; the page says so. */
    private static final long LARGE_BYTES = 20L << 20;

    record CrsAnswer(
            @Nullable String chosen,
            @Nullable String why,
            boolean certain,
            boolean swapped,
            List<Proposal> proposals) {}

    record Proposal(String crs, String name, String why, boolean swapped, boolean certain, List<double[]> places) {}

    record Place(long line, double lon, double lat, String fate) {}

    /** A street, or the outline of an area: longitude, latitude, longitude, latitude ... */
    record Drawn(double[] lonLat, boolean area, String fate) {}

    record Check(
            long rows,
            long placed,
            long uncertain,
            long rejected,
            long waiting,
            boolean complete,
            long rowsTotal,
            List<ImportAnswer.Problem> problems,
            List<StoredReport.CodeCount> problemCounts,
            List<StoredReport.ValueCount> unknownTypes) {}

    record Saved(long id, String name, Instant savedAt, String savedBy, boolean followed) {}

    record Target(String name, @Nullable Long existing) {}

    record Blocking(String code, String reason, String remedy) {}

    static LookAnswer of(Looked looked, ImportWords words, Locale language) {
        return new Writer(looked, words, language).answer();
    }

    private record Writer(Looked looked, ImportWords words, Locale language) {
        LookAnswer answer() {
            FileLook look = looked.look();
            FileCheck check = looked.check();
            FileCheck.Bounds bounds = check == null ? null : check.bounds();
            return new LookAnswer(
                    look.fileName(),
                    looked.bytes(),
                    look.format(),
                    look.recognisedAs(),
                    look.parts(),
                    look.encoding(),
                    look.separator() == null ? null : String.valueOf(look.separator()),
                    look.headingLine(),
                    look.headings().stream().map(Writer::cut).toList(),
                    look.firstRows(),
                    fields(look),
                    look.kind() == null ? null : look.kind().code(),
                    look.role() == null ? null : look.role().code(),
                    crs(look.crs()),
                    check == null
                            ? List.of()
                            : check.places().stream()
                                    .map(spot -> new Place(spot.line(), spot.lon(), spot.lat(), fate(spot.uncertain())))
                                    .toList(),
                    check == null ? List.of() : drawn(check),
                    bounds == null ? null : new double[] {bounds.west(), bounds.south(), bounds.east(), bounds.north()},
                    check(check, look.plan()),
                    saved(),
                    target(),
                    looked.isReady(),
                    blocking(),
                    notes(look));
        }

        private static List<Drawn> drawn(FileCheck check) {
            return check.shapes().stream()
                    .map(shape -> new Drawn(shape.lonLat(), shape.area(), fate(shape.uncertain())))
                    .toList();
        }

        private static String fate(boolean uncertain) {
            return uncertain ? "uncertain" : "placed";
        }

        private List<FileLook.FieldColumn> fields(FileLook look) {
            Map<String, String> saved =
                    looked.followed() ? looked.wishes().mapping().columns() : Map.of();
            return look.fields().stream()
                    .map(field -> new FileLook.FieldColumn(
                            field.name(),
                            field.column() == null ? null : cut(field.column()),
                            field.column() != null && saved.containsKey(field.name()) ? "saved" : field.why(),
                            field.needed()))
                    .toList();
        }

        private @Nullable CrsAnswer crs(FileLook.@Nullable CrsLook crs) {
            return crs == null
                    ? null
                    : new CrsAnswer(
                            crs.chosen() == null ? null : crs.chosen().toString(),
                            crs.why() == null ? null : words.reason(crs.why(), Map.of(), language),
                            crs.certain(),
                            crs.swapped(),
                            crs.proposals().stream().map(this::proposal).toList());
        }

        private Proposal proposal(FileLook.CrsProposal proposal) {
            List<double[]> places = new ArrayList<>();
            for (int i = 0; i < proposal.lon().length; i++) {
                places.add(new double[] {proposal.lon()[i], proposal.lat()[i]});
            }
            return new Proposal(
                    proposal.crs().toString(),
                    words.nameOf(proposal.crs(), language),
                    words.reason(proposal.why(), Map.of(), language),
                    proposal.swapped(),
                    proposal.certain(),
                    places);
        }

        private @Nullable Check check(@Nullable FileCheck check, @Nullable FilePlan plan) {
            if (check == null || plan == null) {
                return null;
            }
            return new Check(
                    check.rows(),
                    check.placed(),
                    check.uncertain(),
                    check.rejected(),
                    check.waiting(),
                    check.complete(),
                    plan.rows(),
                    check.problems().stream().map(this::problem).toList(),
                    new TreeMap<>(check.countByCode())
                            .entrySet().stream()
                                    .map(count -> new StoredReport.CodeCount(count.getKey(), count.getValue()))
                                    .toList(),
                    check.unknownTypes().entrySet().stream()
                            .sorted(Map.Entry.<String, Long>comparingByValue()
                                    .reversed()
                                    .thenComparing(Map.Entry.comparingByKey()))
                            .map(count -> new StoredReport.ValueCount(count.getKey(), count.getValue()))
                            .toList());
        }

        private ImportAnswer.Problem problem(FileCheck.Found found) {
            RowProblem problem = found.problem();
            Fate fate = found.fate();
            return new ImportAnswer.Problem(
                    problem.line(),
                    problem.field(),
                    problem.value(),
                    problem.code(),
                    fate.name().toLowerCase(Locale.ROOT),
                    words.reason(problem.code(), problem.args(), language),
                    words.remedy(problem.code(), problem.args(), language));
        }

        private @Nullable Saved saved() {
            SavedMapping offered = looked.offered();
            return offered == null
                    ? null
                    : new Saved(offered.id(), offered.name(), offered.savedAt(), offered.savedBy(), looked.followed());
        }

        private @Nullable Target target() {
            WhichDataset.Target target = looked.target();
            if (target == null) {
                return null;
            }
            Dataset existing = target.existing();
            return new Target(target.name(), existing == null ? null : existing.id());
        }

        private @Nullable Blocking blocking() {
            FileLook.Blocking blocking = looked.blocking();
            return blocking == null
                    ? null
                    : new Blocking(
                            blocking.code(),
                            words.reason(blocking.code(), blocking.args(), language),
                            words.remedy(blocking.code(), blocking.args(), language));
        }

        private List<String> notes(FileLook look) {
            List<String> notes = new ArrayList<>();
            new TreeMap<>(look.notes())
                    .forEach(
                            (code, value) -> notes.add(words.reason("note." + code, Map.of("value", value), language)));
            if (looked.bytes() > LARGE_BYTES) {
                notes.add(words.reason("note.large", Map.of("megabytes", Math.round(looked.bytes() / 1e6)), language));
            }
            FilePlan plan = look.plan();
            WhichDataset.Target target = looked.target();
            if (target != null && plan != null) {
                Dataset existing = target.existing();
                if (existing != null && !existing.crs().equals(plan.workingCrs())) {
                    notes.add(words.reason(
                            "note.dataset.other-crs",
                            Map.of("crs", words.nameOf(existing.crs(), language), "dataset", existing.name()),
                            language));
                }
                target.namesakes()
                        .forEach(other -> notes.add(words.reason(
                                "note.dataset.namesake",
                                Map.of(
                                        "dataset",
                                        other.name(),
                                        "kind",
                                        words.reason(
                                                "dataset.kind." + other.kind().code(), Map.of(), language)),
                                language)));
            }
            return notes;
        }

        private static String cut(String text) {
            return text.length() <= FileLook.LONGEST_CELL ? text : text.substring(0, FileLook.LONGEST_CELL) + "…";
        }
    }
}
