package se.lageskarta.geo.cases;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.hotspot.Count;
import se.lageskarta.geo.hotspot.Hotspot;
import se.lageskarta.geo.hotspot.HotspotAnalysis;
import se.lageskarta.geo.hotspot.HotspotOptions;
import se.lageskarta.geo.hotspot.HotspotResult;
import se.lageskarta.geo.incident.IncidentFilter;
import se.lageskarta.geo.incident.Incidents;
import se.lageskarta.geo.incident.PlacePrecision;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.geo.survey.UnsafePlace;
import se.lageskarta.geo.survey.UnsafePlaces;

/**
 * Cases that ask whether what was planted in an invented town is found with nothing chosen: the hotspots of all time,
 * of the last year, of the last three and five years of incidents, and of marks in a file that is a survey. Places are
 * taken as known: what is a default point, the analysis has to find out by itself.
 */
final class PlantedCases {
    private static final int[] YEARS = {1, 3, 5};
    private static final int MINUTES_A_DAY = 1440;

    private PlantedCases() {}

    static boolean isAsked(CaseFile question) {
        return question.method().contains("planted") || question.id().startsWith("planted");
    }

    static Map<String, Object> answer(CaseFile question, Path out) throws IOException {
        Map<String, Object> answer = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        for (String name : question.input().split(";")) {
            Path file = question.named(name.replaceFirst("\\s*\\(.*", "").strip());
            CaseTable table = CaseTable.read(file);
            if (file.getFileName().toString().contains("survey")) {
                HotspotResult result =
                        HotspotAnalysis.unsafety(marks(table), IncidentFilter.ALL, HotspotOptions.AUTOMATIC);
                answer.put("survey", describe("survey", result, lines));
            } else {
                answer.putAll(ofIncidents(incidents(table), lines));
            }
        }
        String file = question.id() + ".hotspots.csv";
        answer.put("hotspotsFile", file);
        try (BufferedWriter csv = Files.newBufferedWriter(out.resolve(file))) {
            csv.write("period,rank,x,y,count,radius,areaM2\n");
            for (String line : lines) {
                csv.write(line);
                csv.write('\n');
            }
        }
        return answer;
    }

    private static Map<String, Object> ofIncidents(Incidents all, List<String> lines) {
        Map<String, Object> answer = new LinkedHashMap<>(
                describe("all", HotspotAnalysis.crime(all, IncidentFilter.ALL, HotspotOptions.AUTOMATIC), lines));
        LocalDate last = lastDay(all);
        if (last != null) {
            Map<String, Object> periods = new LinkedHashMap<>();
            for (int years : YEARS) {
                LocalDate from = last.minusYears(years).plusDays(1);
                HotspotResult result =
                        HotspotAnalysis.crime(all, IncidentFilter.ALL.during(from, last), HotspotOptions.AUTOMATIC);
                Map<String, Object> period = new LinkedHashMap<>();
                period.put("from", from.toString());
                period.put("to", last.toString());
                period.putAll(describe(years + "y", result, lines));
                periods.put(years + "y", period);
            }
            answer.put("periods", periods);
        }
        return answer;
    }

    private static Map<String, Object> describe(String period, HotspotResult result, List<String> lines) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("n", result.n());
        answer.put("used", result.used());
        answer.put("excluded", result.excluded().stream().mapToInt(Count::count).sum());
        Map<String, Integer> reasons = new LinkedHashMap<>();
        result.excluded().forEach(count -> reasons.put(count.code(), count.count()));
        answer.put("excludedByReason", reasons);
        answer.put("eps", result.parameters().epsMetres());
        answer.put("minPts", result.parameters().minPts());
        answer.put("found", result.hotspots().size());
        List<Map<String, Object>> hotspots = new ArrayList<>();
        for (Hotspot hotspot : result.hotspots()) {
            double radius = radius(hotspot);
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("rank", hotspot.rank());
            one.put("x", hotspot.centreX());
            one.put("y", hotspot.centreY());
            one.put("count", hotspot.count());
            one.put("radius", radius);
            one.put("areaM2", hotspot.areaM2());
            one.put("outline", hotspot.outline().toText());
            hotspots.add(one);
            lines.add(period + "," + hotspot.rank() + "," + hotspot.centreX() + "," + hotspot.centreY() + ","
                    + hotspot.count() + "," + radius + "," + hotspot.areaM2());
        }
        answer.put("hotspots", hotspots);
        return answer;
    }

    /** From the centre to the outermost corner of the outline. */
    private static double radius(Hotspot hotspot) {
        double radius = 0;
        for (var corner : hotspot.outline().getCoordinates()) {
            radius = Math.max(radius, Math.hypot(corner.x - hotspot.centreX(), corner.y - hotspot.centreY()));
        }
        return radius;
    }

    private static @Nullable LocalDate lastDay(Incidents all) {
        int last = TimeSpan.UNKNOWN_MINUTE;
        for (int minute : all.fromMinute()) {
            last = Math.max(last, minute);
        }
        return last == TimeSpan.UNKNOWN_MINUTE ? null : LocalDate.ofEpochDay(Math.floorDiv(last, MINUTES_A_DAY));
    }

    private static Incidents incidents(CaseTable table) {
        int type = table.column("type", "typ");
        int time = table.column("timestamp", "time", "date");
        Incidents.Builder incidents =
                Incidents.builder(Crs.SWEREF99_TM, table.rows().size());
        for (String[] row : table.rows()) {
            TimeSpan span = time < 0 ? TimeSpan.UNKNOWN : span(row[time]);
            incidents.add(
                    0,
                    0,
                    Double.parseDouble(row[table.column("x")]),
                    Double.parseDouble(row[table.column("y")]),
                    PlacePrecision.ADDRESS,
                    span.fromMinute(),
                    span.toMinute(),
                    type < 0 ? "" : row[type],
                    1);
        }
        return incidents.build();
    }

    private static UnsafePlaces marks(CaseTable table) {
        int weight = table.column("weight");
        List<UnsafePlace> marks = new ArrayList<>();
        for (String[] row : table.rows()) {
            double severity = weight < 0 ? 1 : Double.parseDouble(row[weight]);
            marks.add(new UnsafePlace(
                    marks.size() + 1L,
                    0,
                    marks.size(),
                    Double.parseDouble(row[table.column("x")]),
                    Double.parseDouble(row[table.column("y")]),
                    0,
                    false,
                    severity,
                    0,
                    null,
                    null,
                    Set.of()));
        }
        return new UnsafePlaces(Crs.SWEREF99_TM, marks);
    }

    private static TimeSpan span(String text) {
        if (text.length() >= 16) {
            return TimeSpan.at(LocalDateTime.parse(text.substring(0, 16).replace(' ', 'T')));
        }
        return text.length() == 10 ? TimeSpan.on(LocalDate.parse(text)) : TimeSpan.UNKNOWN;
    }
}
