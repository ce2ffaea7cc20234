package se.lageskarta.geo.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import se.lageskarta.geo.read.feature.FeatureVisitor;

/** A file of features with shapes, whatever its format: how kind, layer, columns, system and rows are understood. */
abstract class FeatureFile extends SourceFile {
    FeatureFile(Path file, String fileName, TextEncoding encoding) {
        super(file, fileName, encoding);
    }

    /**
     * Every feature, in the order of the file.
     *
     * @param options what the person said: which part of the file and its encoding, among others
     */
    abstract void each(ReadOptions options, FeatureVisitor visitor) throws IOException, UnreadableFileException;

    /** The system of its coordinates; asked after {@link #each} has told all features. */
    abstract CrsChoice settle(ReadOptions options, PlaceSample sample) throws UnreadableFileException;

    /** Layers of a database, shapefiles of a zip, with the one that is read; empty when there is but one. */
    List<FileLook.Part> parts(ReadOptions options) throws IOException, UnreadableFileException {
        return List.of();
    }

    /** True when coordinates are longitude and latitude unless the file says otherwise. */
    boolean isDegrees() {
        return false;
    }

    /** Name of the layer that is read, besides the file's own name; empty when it has none. */
    String layer() {
        return "";
    }

    /** Name of its encoding; empty when its format leaves no choice. Asked after {@link #each}. */
    String encodingName() {
        return "";
    }

    @Override
    final FilePlan plan(ReadOptions options, Sighting seen) throws IOException, UnreadableFileException {
        seen.kind = options.kind();
        seen.parts = parts(options);
        FeatureSurvey survey = new FeatureSurvey(options.patience());
        each(options, survey);
        if (survey.rows() == 0) {
            throw new UnreadableFileException("file.no-rows");
        }
        IncidentReader.refuseTooManyRows(survey.rows());
        List<String> names = survey.names();
        Map<Field, Integer> columns = columnsOf(names, options.mapping());
        TableShape shape =
                new TableShape(TableHead.NO_SEPARATOR, 0, names, columns, TableShape.constantsOf(options.mapping()));
        boolean words = survey.sample().rows() == 0;
        if (words && !(shape.hasWords() && WrittenPlaces.canBeFound(options))) {
            throw new UnreadableFileException("file.no-geometry", survey.lastProblem());
        }
        LayerRole proposed = LayerRole.propose(fileName, layer(), names, survey.shapes());
        BaseRole role = options.role() == null ? proposed.role() : options.role();
        seen.table(shape, survey.firstRows());
        seen.role = role;
        seen.places = new Sighting.SampledPlaces(survey.sample(), "", "", isDegrees());
        shape.refuseUnknownColumns(options.mapping());
        FileKind kind = kind(options, columns, survey, proposed);
        seen.kind = kind;
        CrsChoice choice = words
                ? WrittenPlaces.CRS
                : settle(options, survey.sample()).turned(options.layout().swapped());
        seen.choice = choice;
        if (kind == FileKind.BASE && role == null) {
            throw new UnreadableFileException("file.role");
        }
        Placing placing = words ? WrittenPlaces.placing(options) : Placing.of(choice, survey.sample());
        return new FilePlan(
                file,
                fileName,
                format(),
                kind,
                role,
                encodingName(),
                List.of(),
                shape.mapping(),
                choice.crs(),
                choice.why(),
                kind == FileKind.BASE ? choice.crs() : placing.working(),
                choice.swapped(),
                false,
                false,
                survey.rows(),
                choice.swapped() ? Map.of("axes.swapped", "") : Map.of(),
                new FilePlan.Recognised(options, encoding, shape, placing.whereabouts(), false));
    }

    @Override
    final ReadTally read(FilePlan plan, RowSink sink) throws IOException, UnreadableFileException {
        RowFacts facts = new RowFacts(plan, sink);
        FeatureRows rows = new FeatureRows(plan, facts, sink);
        each(plan.recognised().options, rows);
        ReadTally tally = facts.finish();
        sink.progress(tally.rows(), sizeOnDisk());
        return tally;
    }

    /** What the names of attributes are taken to hold; names that a format has cut are understood as well. */
    Map<Field, Integer> columnsOf(List<String> names, ColumnMapping mapping) {
        return TableShape.fieldsOf(names, mapping);
    }

    private FileKind kind(ReadOptions options, Map<Field, Integer> columns, FeatureSurvey survey, LayerRole proposed)
            throws UnreadableFileException {
        FileKind said = options.kind();
        if (said != null) {
            return said;
        }
        if (options.role() != null) {
            return FileKind.BASE;
        }
        if (proposed.isLayer(columns.keySet())) {
            return FileKind.BASE;
        }
        if (FileClues.looksLikeSurvey(fileName, columns.keySet())) {
            return FileKind.UNSAFE_PLACES;
        }
        if (columns.containsKey(Field.DATE) || columns.containsKey(Field.MONTH)) {
            return FileKind.INCIDENTS;
        }
        if (proposed.role() != null) {
            return FileKind.BASE;
        }
        if (!survey.shapes().onlyPoints()) {
            throw new UnreadableFileException("file.role");
        }
        return FileKind.INCIDENTS;
    }

    /** Fields by the name of the attribute that holds them. */
    static Map<Field, String> namesOf(FilePlan plan) {
        Map<Field, String> names = new HashMap<>();
        plan.mapping().columns().forEach((field, name) -> {
            Field known = Field.ofOrNull(field);
            if (known != null) {
                names.put(known, name);
            }
        });
        return names;
    }

    /** True when numbers of this size are places in some system; others would only make arithmetic overflow. */
    static boolean isSane(Envelope box) {
        return box.getMinX() > -1e9 && box.getMinY() > -1e9 && box.getMaxX() < 1e9 && box.getMaxY() < 1e9;
    }
}
