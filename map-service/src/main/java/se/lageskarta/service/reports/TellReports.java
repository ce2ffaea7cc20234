package se.lageskarta.service.reports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;
import se.lageskarta.service.photos.Photo;
import se.lageskarta.service.photos.Photos;
import se.lageskarta.service.storage.Imports;

/** Puts together what is told about reports, for many at once with a few reads. */
@Component
class TellReports {
    private final Reports reports;
    private final Photos photos;
    private final NearbyReports nearby;
    private final ReportTypes types;
    private final Imports imports;

    TellReports(Reports reports, Photos photos, NearbyReports nearby, ReportTypes types, Imports imports) {
        this.reports = reports;
        this.photos = photos;
        this.nearby = nearby;
        this.types = types;
        this.imports = imports;
    }

    /** What is needed for a list of reports, read once. */
    private record Around(
            Map<Long, Report> mains,
            Map<Long, List<Photo>> photos,
            Map<Long, List<Long>> duplicates,
            Set<Long> complete) {}

    ToldReport toReporter(Report report) {
        return toReporter(List.of(report)).get(0);
    }

    /** For those who sent them. */
    List<ToldReport> toReporter(List<Report> told) {
        Around around = around(told);
        return told.stream().map(report -> told(report, around, null)).toList();
    }

    ToldReport toHandler(Report report) {
        return toHandler(List.of(report)).get(0);
    }

    /** For those who handle them. */
    List<ToldReport> toHandler(List<Report> told) {
        Around around = around(told);
        List<ToldReport> all = new ArrayList<>(told.size());
        for (Report report : told) {
            all.add(told(report, around, desk(report, around)));
        }
        return all;
    }

    private Around around(List<Report> told) {
        List<Long> ids = told.stream().map(Report::id).toList();
        Set<Long> mains =
                told.stream().map(Report::duplicateOf).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<Long, List<Long>> duplicates = reports.duplicatesOf(ids).stream()
                .collect(Collectors.groupingBy(
                        report -> Objects.requireNonNull(report.duplicateOf()),
                        Collectors.mapping(Report::id, Collectors.toList())));
        return new Around(reports.byId(mains), photos.of(ReportPhotos.SUBJECT, ids), duplicates, complete(told));
    }

    private Set<Long> complete(Collection<Report> told) {
        return imports.completeAmong(
                told.stream().map(Report::factImport).filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    private static ToldReport told(Report report, Around around, ToldReport.@Nullable Desk desk) {
        Long main = report.duplicateOf();
        Report answering = main == null ? report : Objects.requireNonNullElse(around.mains.get(main), report);
        Point point = report.place();
        return new ToldReport(
                report.id(),
                report.version(),
                desk == null ? report.clientKey() : null,
                report.type(),
                report.words(),
                new ToldReport.Place(
                        point == null ? null : point.getX(),
                        point == null ? null : point.getY(),
                        report.accuracyMetres(),
                        report.placeWords()),
                ReportTime.write(report.when()),
                answering.state().code(),
                main != null,
                answering.forwardedTo(),
                report.answer().isEmpty() ? answering.answer() : report.answer(),
                answering.answeredAt(),
                report.receivedAt(),
                report.erasedAt() != null,
                report.invented(),
                report.state().mayBeChanged(),
                around.photos.getOrDefault(report.id(), List.of()).stream()
                        .map(ReportPhotos.Told::of)
                        .toList(),
                desk);
    }

    private ToldReport.Desk desk(Report report, Around around) {
        Long fact = report.factImport();
        boolean open = ReportState.WAITING.contains(report.state());
        return new ToldReport.Desk(
                report.state().code(),
                report.organisation(),
                report.personalData().isEmpty()
                        ? List.of()
                        : Arrays.asList(report.personalData().split(",")),
                report.duplicateOf(),
                around.duplicates.getOrDefault(report.id(), List.of()),
                open ? nearby.to(report).stream().map(ToldReport.Near::of).toList() : List.of(),
                report.measureId(),
                types.isCountable(report.type()),
                fact != null && around.complete.contains(fact),
                report.updatedAt(),
                report.updatedBy());
    }
}
