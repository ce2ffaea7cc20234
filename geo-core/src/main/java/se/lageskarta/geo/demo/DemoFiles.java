package se.lageskarta.geo.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.geojson.Feature;
import se.lageskarta.geo.geojson.FeatureWriter;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafeReason;

/** The town as files that can be imported again. */
final class DemoFiles {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final Map<UnsafeReason, String> REASON_WORDS = Map.of(
            UnsafeReason.DARK, "mörkt",
            UnsafeReason.VEGETATION, "buskar",
            UnsafeReason.PEOPLE, "personer",
            UnsafeReason.TUNNEL, "tunnel",
            UnsafeReason.SECLUDED, "avskilt",
            UnsafeReason.DECAY, "förfall",
            UnsafeReason.TRAFFIC, "trafik",
            UnsafeReason.INTOXICATION, "alkohol",
            UnsafeReason.CRIME, "brott",
            UnsafeReason.OTHER, "annat");

    private final DemoTown town;
    private final Path directory;

    DemoFiles(DemoTown town, Path directory) {
        this.town = town;
        this.directory = directory;
    }

    void write() throws IOException {
        Files.createDirectories(directory);
        incidents();
        survey();
        Map<BaseRole, List<BaseFeature>> byRole =
                new TreeMap<>(town.base().stream().collect(Collectors.groupingBy(BaseFeature::role)));
        for (var role : byRole.entrySet()) {
            base(role.getKey(), role.getValue());
        }
        measures();
        readme();
    }

    private void incidents() throws IOException {
        try (BufferedWriter out = text("incidents.csv")) {
            out.write("id;typ;från;till;sweref99tm_e;sweref99tm_n;noggrannhet;källa\n");
            for (Incident incident : town.incidents()) {
                TimeSpan time = incident.time();
                boolean minute = time.toMinute() - time.fromMinute() == 1;
                String till = minute ? "" : minute(time.toMinute() - 1);
                out.write(incident.sourceKey() + ";" + incident.type() + ";" + minute(time.fromMinute()) + ";" + till
                        + ";"
                        + metres(incident.x()) + ";" + metres(incident.y()) + ";" + word(incident.precision()) + ";"
                        + DemoTown.LABEL + "\n");
            }
        }
    }

    private void survey() throws IOException {
        try (BufferedWriter out = text("survey.csv")) {
            out.write("id;datum;sweref99tm_e;sweref99tm_n;trygg;styrka;mörkt;orsaker;svarande;källa\n");
            for (UnsafePlace mark : town.survey()) {
                String reasons =
                        mark.reasons().stream().sorted().map(REASON_WORDS::get).collect(Collectors.joining(", "));
                out.write(mark.sourceKey() + ";" + mark.day() + ";" + metres(mark.x()) + ";" + metres(mark.y()) + ";"
                        + yesNo(mark.safe()) + ";" + (int) mark.severity() + ";" + yesNo(mark.dark()) + ";" + reasons
                        + ";"
                        + mark.respondent() + ";" + DemoTown.LABEL + "\n");
            }
        }
    }

    private void base(BaseRole role, Iterable<BaseFeature> features) throws IOException {
        try (OutputStream out = Files.newOutputStream(directory.resolve(role.code() + ".geojson"));
                FeatureWriter writer = new FeatureWriter(out)) {
            for (BaseFeature feature : features) {
                Map<String, Object> properties = new LinkedHashMap<>();
                properties.put("name", feature.name());
                properties.put("kind", feature.kind());
                properties.putAll(new TreeMap<>(feature.attributes()));
                writer.feature(new Feature(null, feature.geometry(), properties));
            }
            writer.member("note", DemoTown.LABEL);
        }
    }

    private void measures() throws IOException {
        try (OutputStream out = Files.newOutputStream(directory.resolve("measures.geojson"));
                FeatureWriter writer = new FeatureWriter(out)) {
            for (PlannedMeasure measure : town.measures()) {
                Map<String, @Nullable Object> properties = new LinkedHashMap<>();
                properties.put("code", measure.code());
                properties.put("title", measure.title());
                properties.put("owner", measure.owner());
                properties.put("status", measure.status());
                properties.put("dueOn", measure.dueOn());
                properties.put("doneOn", measure.doneOn());
                properties.put("note", measure.note());
                writer.feature(new Feature(null, measure.geometry(), properties));
            }
            writer.member("note", DemoTown.LABEL);
        }
    }

    private void readme() throws IOException {
        try (BufferedWriter out = text("README.txt")) {
            out.write("""
                    Påhittad demostad: %s

                    Allt i den här mappen är påhittat: staden, gatorna, husen, händelserna, enkätsvaren och åtgärderna.
                    Staden ligger på öppet hav i Bottenhavet (61,9 grader nord, 18,8 grader ost), där ingen bor.
                    Ingen händelse har inträffat och ingen har svarat på enkäten. Filerna skapas av Lägeskarta.

                    incidents.csv     händelser 2024-01-01 till 2026-10-31, SWEREF 99 TM (EPSG:3006)
                    survey.csv        otrygga och trygga platser, våren 2026, SWEREF 99 TM (EPSG:3006)
                    measures.geojson  åtgärder
                    övriga *.geojson  bakgrundskarta, ett lager per fil (WGS 84)

                    Everything in this folder is invented: the town, its streets and houses, the incidents, the survey and
                    the measures. The town stands on open sea where nobody lives. The files are made by Lägeskarta.
                    """.formatted(town.name()));
        }
    }

    private BufferedWriter text(String name) throws IOException {
        return Files.newBufferedWriter(directory.resolve(name), StandardCharsets.UTF_8);
    }

    private static String minute(int minute) {
        return MINUTE.format(TimeSpan.timeOf(minute));
    }

    private static String metres(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String yesNo(@Nullable Boolean value) {
        return value == null ? "" : value ? "ja" : "nej";
    }

    private static String word(PlacePrecision precision) {
        return switch (precision) {
            case ADDRESS -> "adress";
            case STREET -> "gata";
            case AREA -> "område";
            case MUNICIPALITY -> "kommun";
            case COUNTY -> "län";
            case UNKNOWN -> "okänd";
        };
    }
}
