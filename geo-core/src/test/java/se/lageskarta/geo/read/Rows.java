package se.lageskarta.geo.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.survey.UnsafePlace;

/** Reads a file and keeps all that comes of it. */
final class Rows implements RowSink {
    final List<Incident> incidents = new ArrayList<>();
    final List<UnsafePlace> unsafePlaces = new ArrayList<>();
    final List<BaseFeature> base = new ArrayList<>();
    final List<RowProblem> problems = new ArrayList<>();
    final List<RowProblem> rejected = new ArrayList<>();
    final List<double[]> lonLat = new ArrayList<>();
    final List<WaitingRow> waiting = new ArrayList<>();
    final List<@Nullable Geometry> shapes = new ArrayList<>();
    final FilePlan plan;
    final ReadTally tally;

    private Rows(Path file, String name, ReadOptions options) throws UnreadableFileException, IOException {
        plan = IncidentReader.plan(file, name, options);
        tally = IncidentReader.read(plan, this);
    }

    static Rows of(Path file) throws UnreadableFileException, IOException {
        return of(file, file.getFileName().toString(), options());
    }

    static Rows of(Path file, String name, ReadOptions options) throws UnreadableFileException, IOException {
        return new Rows(file, name, options);
    }

    static Rows ofText(Path folder, String text) throws UnreadableFileException {
        return ofText(folder, text, StandardCharsets.UTF_8);
    }

    static Rows ofText(Path folder, String text, Charset charset) throws UnreadableFileException {
        return ofBytes(folder, "file.csv", text.getBytes(charset), options());
    }

    static Rows ofBytes(Path folder, String name, byte[] bytes, ReadOptions options) throws UnreadableFileException {
        try {
            Path file = folder.resolve("bytes-" + System.nanoTime());
            Files.write(file, bytes);
            return of(file, name, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReadOptions options() {
        return ReadOptions.recognise(SourceTypes.shipped());
    }

    static ReadOptions in(@Nullable Crs crs) {
        return new ReadOptions(crs, null, ColumnMapping.NONE, SourceTypes.shipped(), null);
    }

    Coordinate place(int row) {
        return new Coordinate(lonLat.get(row)[0], lonLat.get(row)[1]);
    }

    Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        problems.forEach(problem -> codes.add(problem.code()));
        return codes;
    }

    @Override
    public void incident(long line, Incident incident, double lon, double lat, @Nullable Geometry shape) {
        incidents.add(incident);
        shapes.add(shape);
        lonLat.add(new double[] {lon, lat});
    }

    @Override
    public void waiting(long line, WaitingRow row) {
        waiting.add(row);
    }

    @Override
    public void unsafePlace(long line, UnsafePlace place, double lon, double lat) {
        unsafePlaces.add(place);
        lonLat.add(new double[] {lon, lat});
    }

    @Override
    public void base(long line, BaseFeature feature) {
        base.add(feature);
    }

    @Override
    public void problem(RowProblem problem, Fate fate) {
        problems.add(problem);
        if (fate == Fate.REJECTED) {
            rejected.add(problem);
        }
    }
}
