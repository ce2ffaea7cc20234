package se.lageskarta.geo.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.survey.UnsafePlace;

/** Counts what becomes of rows, and keeps nothing of them but a few places. */
final class CheckSink implements RowSink {
    /** Of the problems shown, remarks about rows that are kept as they are. */
    private static final int MAX_NOTES = 40;

    private static final int MAX_UNKNOWN_TYPES = 500;
    /** Doubts about rows that never come, because they repeat an earlier one, are forgotten now and then. */
    private static final int MAX_DOUBTED = 50_000;

    private static final double DECIMALS = 1e6;

    private final SourceTypes types;
    private final BooleanSupplier enough;
    private final List<FileCheck.Found> problems = new ArrayList<>();
    private final Map<String, Long> countByCode = new HashMap<>();
    private final Map<String, Long> unknownTypes = new HashMap<>();
    private final Set<Long> doubted = new HashSet<>();
    private final List<FileCheck.Spot> places = new ArrayList<>();
    private final ShapeSample shapes = new ShapeSample();
    private long step = 1;
    private long spots;
    private long placed;
    private long uncertain;
    private long rejected;
    private long waiting;
    private int notes;
    private double west = Double.POSITIVE_INFINITY;
    private double south = Double.POSITIVE_INFINITY;
    private double east = Double.NEGATIVE_INFINITY;
    private double north = Double.NEGATIVE_INFINITY;

    /** @param enough asked every few thousand rows whether these are enough */
    CheckSink(SourceTypes types, BooleanSupplier enough) {
        this.types = types;
        this.enough = enough;
    }

    /** The reading stops here: these rows tell enough. */
    static final class EnoughException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void incident(long line, Incident incident, double lon, double lat, @Nullable Geometry shape) {
        if (incident.type().equals(SourceTypes.OTHER)) {
            unknown(incident.sourceType());
        }
        if (shape != null) {
            shapes.offer(shape, doubted.contains(line));
        }
        kept(line, lon, lat);
    }

    @Override
    public void waiting(long line, WaitingRow row) {
        waiting++;
        uncertain++;
        doubted.remove(line);
        if (row.type().equals(SourceTypes.OTHER)) {
            unknown(row.sourceType());
        }
    }

    @Override
    public void unsafePlace(long line, UnsafePlace place, double lon, double lat) {
        kept(line, lon, lat);
    }

    @Override
    public void base(long line, BaseFeature feature) {
        Geometry shape = feature.geometry();
        if (shape.getDimension() < 1) {
            Point middle = shape.getCentroid();
            kept(line, middle.getX(), middle.getY());
            return;
        }
        boolean doubtful = doubted.remove(line);
        count(doubtful);
        shapes.offer(shape, doubtful);
        reach(shape.getEnvelopeInternal());
    }

    @Override
    public void problem(RowProblem problem, Fate fate) {
        countByCode.merge(problem.code(), 1L, Long::sum);
        switch (fate) {
            case REJECTED -> rejected++;
            case UNCERTAIN -> doubt(problem.line());
            case NOTED -> {
                if (problem.code().equals(RowFacts.REPEATED)) {
                    count(doubted.remove(problem.line()));
                }
            }
        }
        boolean room = problems.size() < FileCheck.MAX_PROBLEMS && (fate != Fate.NOTED || notes < MAX_NOTES);
        if (room) {
            notes += fate == Fate.NOTED ? 1 : 0;
            problems.add(new FileCheck.Found(problem, fate));
        }
    }

    @Override
    public void progress(long rows, long bytesRead) {
        if (enough.getAsBoolean()) {
            throw new EnoughException();
        }
    }

    FileCheck check(boolean complete) {
        return new FileCheck(
                placed + uncertain + rejected,
                placed,
                uncertain,
                rejected,
                waiting,
                complete,
                problems,
                countByCode,
                unknownTypes,
                places,
                shapes.shapes(),
                west <= east ? new FileCheck.Bounds(west, south, east, north) : null);
    }

    private void doubt(long line) {
        if (doubted.size() >= MAX_DOUBTED) {
            doubted.clear();
        }
        doubted.add(line);
    }

    private void unknown(String word) {
        boolean known = word.isEmpty() || types.codeOf(word) != null;
        if (!known && (unknownTypes.size() < MAX_UNKNOWN_TYPES || unknownTypes.containsKey(word))) {
            unknownTypes.merge(word, 1L, Long::sum);
        }
    }

    private void kept(long line, double lon, double lat) {
        boolean doubtful = doubted.remove(line);
        count(doubtful);
        if (Double.isNaN(lon) || Double.isNaN(lat)) {
            return;
        }
        reach(new Envelope(lon, lon, lat, lat));
        if (spots++ % step != 0) {
            return;
        }
        if (places.size() == FileCheck.MAX_PLACES) {
            thinOut();
        }
        places.add(new FileCheck.Spot(line, rounded(lon), rounded(lat), doubtful));
    }

    private void reach(Envelope box) {
        west = Math.min(west, box.getMinX());
        east = Math.max(east, box.getMaxX());
        south = Math.min(south, box.getMinY());
        north = Math.max(north, box.getMaxY());
    }

    private void count(boolean doubtful) {
        placed += doubtful ? 0 : 1;
        uncertain += doubtful ? 1 : 0;
    }

    /** Every second place goes, so that those kept stay evenly spread however long the file is. */
    private void thinOut() {
        step *= 2;
        for (int i = 0; i < FileCheck.MAX_PLACES / 2; i++) {
            places.set(i, places.get(2 * i));
        }
        places.subList(FileCheck.MAX_PLACES / 2, FileCheck.MAX_PLACES).clear();
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * DECIMALS) / DECIMALS;
    }
}
