package se.lageskarta.service.audience;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import se.lageskarta.geo.crs.WebMercator;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo town with something of everything that a group writes, and the addresses at which it can be read. */
final class WrittenTown {
    /** Stands in a report, and in no other text. */
    static final String SECRET = "Kvarnvingen bakom lekparken";
    /** Addresses that have nothing to tell here, with nothing of incidents in them. */
    static final Set<String> EMPTY = Set.of(
            "/api/reports/{id}/photos/{photo}",
            "/api/walks/{id}/findings/{finding}/photos/{photo}",
            "/favicon.ico",
            "/login",
            "/api/survey-waves/{id}/results.csv");

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String[] AS_JSON = {"Content-Type", "application/json"};
    private static final String[] FIRST = {"Content-Type", "application/json", "If-Match", "\"v1\""};
    private static final List<String> FILTERS = List.of(
            "", "?from=2025-03-01&to=2025-03-31", "?from=2025-01-01&to=2025-12-31&types=SKA", "?stream=unsafety");

    private final Map<String, List<String>> numbers = new TreeMap<>();
    private final List<String> tiles = new ArrayList<>();
    /** What the service would not take. */
    private final List<String> refused = new ArrayList<>();

    private final Visitor member;
    private final Visitor coordinator;
    private String survey = "";
    private String release = "";
    /** Names of the release's files. */
    private final List<String> files = new ArrayList<>();

    private WrittenTown(Visitor member, Visitor coordinator) {
        this.member = member;
        this.coordinator = coordinator;
    }

    static WrittenTown in(RunningService service) {
        WrittenTown town = new WrittenTown(service.as("est-member"), service.as("est-coordinator"));
        town.write(service);
        if (!town.refused.isEmpty()) {
            throw new IllegalStateException(String.join("\n", town.refused));
        }
        return town;
    }

    /** Names of the files that the public may fetch of the release. */
    List<String> publicFiles() {
        return files.stream().map(file -> "/public/" + release + "/" + file).toList();
    }

    /** Every address of a pattern that there is something behind; the pattern itself where nothing is left open. */
    List<String> paths(String pattern, List<String> layers) {
        if (pattern.equals("/tiles/{layers}.json")) {
            return layers.stream().map(layer -> "/tiles/" + layer + ".json").toList();
        }
        if (pattern.startsWith("/tiles/")) {
            return layers.stream()
                    .flatMap(layer -> tiles.stream().flatMap(tile -> List.of("mvt", "pbf", "png").stream()
                            .map(form -> "/tiles/" + layer + "/" + tile + "." + form)))
                    .toList();
        }
        if (pattern.startsWith("/data/")) {
            return layers.stream()
                    .flatMap(layer -> List.of("geojson", "csv").stream()
                            .flatMap(form -> FILTERS.stream().map(filter -> "/data/" + layer + "." + form + filter)))
                    .toList();
        }
        List<String> paths = new ArrayList<>(List.of(pattern));
        paths = with(paths, "{slug}", List.of(pattern.contains("urvey") ? survey : release));
        paths = with(paths, "{file}", files);
        paths = with(paths, "{z}/{x}/{y}", tiles);
        paths = with(paths, "{form}", List.of("html", "pdf", "docx"));
        paths = with(paths, "{suffix}", List.of("html", "pdf", "docx"));
        paths = with(paths, "{kind}", List.of("monthly"));
        paths = with(paths, "{table}", List.of("words", "types"));
        paths = with(paths, "{language}", List.of("sv"));
        paths = with(paths, "{photo}", List.of("1"));
        paths = with(paths, "{finding}", List.of("1"));
        paths = with(paths, "{id}", numbers.getOrDefault(kindOf(pattern), List.of("1")));
        return paths.stream().flatMap(path -> asked(path).stream()).toList();
    }

    private static List<String> asked(String path) {
        if (path.startsWith("/api/hotspots") || path.equals("/api/timeline")) {
            return FILTERS.stream().map(filter -> path + filter).toList();
        }
        return switch (path) {
            case "/api/areas" -> List.of(path, path + "?month=2026-03");
            case "/api/surveys/trygghet/places" -> List.of(path + "?q=a");
            case "/api/places" -> List.of(path + "?q=a");
            case "/api/places/near" -> List.of(path + "?lon=13.0&lat=58.0");
            case "/api/reports/near" -> List.of(path + "?lon=13.0&lat=58.0&type=SKA");
            default -> List.of(path);
        };
    }

    private static List<String> with(List<String> paths, String open, List<String> values) {
        return paths.stream()
                .flatMap(path -> path.contains(open)
                        ? values.stream().map(value -> path.replace(open, value))
                        : List.of(path).stream())
                .toList();
    }

    /** The first word after /api/, or the first word. */
    private static String kindOf(String pattern) {
        if (pattern.length() < 2) {
            return "";
        }
        String[] words = pattern.split("/");
        String word = words[1].equals("api") ? words[2] : words[1];
        return word.equals("walk") ? "walks" : word;
    }

    private void write(RunningService service) {
        JsonNode hotspots = json(member.get("/api/hotspots")).get("features");
        Set<String> ids = new LinkedHashSet<>();
        hotspots.forEach(one -> ids.add(one.get("id").asString()));
        json(service.as("planner").get("/api/hotspots"))
                .get("features")
                .forEach(one -> ids.add(one.get("id").asString()));
        numbers.put("hotspots", List.copyOf(ids));
        for (int i = 0; i < 3; i++) {
            String id = hotspots.get(i).get("id").asString();
            made("spots", member.send("POST", "/api/spots", "{\"hotspot\":\"" + id + "\"}", AS_JSON));
        }
        made("pictures", member.send("POST", "/api/pictures", "{\"month\":\"2026-10\"}", AS_JSON));
        List<String> spots = new ArrayList<>();
        json(member.get("/api/spots"))
                .get("spots")
                .forEach(spot -> spots.add("" + spot.get("id").asLong()));
        numbers.put("spots", spots);
        measures();
        tiles(hotspots.get(0).at("/properties/centre"));
        report(hotspots.get(0).at("/properties/centre"), service.as("reporter"));
        areaChecks(hotspots);
        groupsWork();
        survey(service.as("communicator"));
        publication(service);
    }

    private void measures() {
        List<String> ids = new ArrayList<>();
        for (JsonNode measure : json(member.get("/api/measures")).get("features")) {
            String id = measure.get("id").asString();
            ids.add(id);
            String words =
                    "{\"implementation\":\"Som planerat\",\"process\":\"\",\"sideEffects\":\"\",\"lesson\":\"\"}";
            HttpResponse<String> frozen = member.send("POST", "/api/measures/" + id + "/follow-up", words, AS_JSON);
            if (frozen.statusCode() == 201) {
                made("follow-ups", frozen);
            }
        }
        numbers.put("measures", ids);
    }

    private void tiles(JsonNode centre) {
        for (int z : new int[] {0, 11, 14, 16}) {
            long x = (long) (WebMercator.x(centre.get(0).asDouble()) * (1L << z));
            long y = (long) (WebMercator.y(centre.get(1).asDouble()) * (1L << z));
            tiles.add(z + "/" + x + "/" + y);
        }
    }

    private void report(JsonNode centre, Visitor reporter) {
        String body = "{\"key\":\"0b7f6f5e-8a53-4c43-9a4e-3f6d1d2c1a01\",\"type\":\"SKA\",\"words\":\"" + SECRET
                + "\",\"place\":{\"lon\":" + centre.get(0) + ",\"lat\":" + centre.get(1)
                + ",\"accuracyMetres\":8,\"words\":\"" + SECRET + "\"}}";
        made("reports", member.send("POST", "/api/reports", body, AS_JSON));
        String own = body.replace(SECRET, "Eget ord").replace("1a01", "1a02");
        made("reports", reporter.send("POST", "/api/reports", own, AS_JSON));
    }

    /** Blocks with the greatest hotspots within; their corners are nobody's. */
    private void areaChecks(JsonNode hotspots) {
        for (int i = 0; i < 3; i++) {
            double lon = Math.rint(hotspots.get(i).at("/properties/centre/0").asDouble() * 200) / 200;
            double lat = Math.rint(hotspots.get(i).at("/properties/centre/1").asDouble() * 400) / 400;
            String corners = String.format(
                    Locale.ROOT,
                    "[[%1$.4f,%2$.4f],[%3$.4f,%2$.4f],[%3$.4f,%4$.4f],[%1$.4f,%4$.4f],[%1$.4f,%2$.4f]]",
                    lon - 0.004,
                    lat - 0.002,
                    lon + 0.004,
                    lat + 0.002);
            String body = "{\"title\":\"Kvarteret\",\"buffer\":250,\"area\":{\"type\":\"Polygon\",\"coordinates\":["
                    + corners + "]}}";
            made("area-checks", member.send("POST", "/api/area-checks", body, AS_JSON));
        }
    }

    private void groupsWork() {
        made("meetings", member.send("POST", "/api/meetings", """
                {"title":"Styrgrupp","kind":"steering","heldOn":"2026-11-03","startsAt":"13:30","place":"Kommunhuset",
                "chair":"Kommunen","newOrganisations":[],"agenda":[{"kind":"text","title":"Mötet öppnas","minutes":5}],
                "attendance":[],"state":"planned","nextOn":"2026-12-03"}""", AS_JSON));
        String document = made("documents", member.send("POST", "/api/documents", "{\"kind\":\"half-year\"}", AS_JSON));
        coordinator.send("POST", "/api/documents/" + document + "/approval", "{}", FIRST);
        String walk = made("walks", member.send("POST", "/api/walks", """
                {"title":"Runt stationen","walkedOn":"2026-11-20","startsAt":"18:30","light":"dark","routeWords":"Från torget",
                "route":{"type":"LineString","coordinates":[[13.0,58.0],[13.001,58.001]]},
                "participants":[{"organisation":"Boende","number":8}],"summary":"","report":"","owner":"Kommunen"}""", AS_JSON));
        member.send("POST", "/api/walks/" + walk + "/findings", """
                {"key":"finding-00000000001","category":"deficiency","words":"Lampan är trasig","lon":13.0,"lat":58.0,
                "accuracyMetres":5}""", AS_JSON);
        made("pledges", member.send("POST", "/api/pledges", """
                {"promise":"Tryggare torg","from":"2026-01-01","to":"2026-06-30","places":"Torget",
                "activities":"Fotpatrull","responsible":"Polisen","indicator":"Otrygga"}""", AS_JSON));
        made("agreements", member.send("POST", "/api/agreements", """
                {"parties":"Kommunen, Polisen","purpose":"Samverkan","signedOn":"2090-01-01","validTo":"2091-12-31",
                "number":"KS 1"}""", AS_JSON));
    }

    private void survey(Visitor communicator) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String body = """
                {"slug":"trygghet","title":"Trygghet","introduction":"Var känns det otryggt?","afterwards":"Vi ser över ljuset.",
                "contact":"trygghet@kommunen.se","owner":"Kommunen","opensOn":"%s","closesOn":"%s","retentionMonths":24,
                "questions":{"reasons":["dark"],"timeOfDay":true,"severity":true,"words":true,"own":[]}}""".formatted(today.minusDays(1), today.plusDays(30));
        String wave = made("survey-waves", communicator.send("POST", "/api/survey-waves", body, AS_JSON));
        communicator.send("POST", "/api/survey-waves/" + wave + "/open", null, "If-Match", "\"v1\"");
        survey = "trygghet";
    }

    private void publication(RunningService service) {
        Visitor communicator = service.as("communicator");
        String plan = """
                {"slug":"trygghet-2025","title":{"sv":"Trygghet 2025","en":"Safety 2025"},"year":2025,"groups":["damage"],
                "publisher":"Påhittade kommunen","contact":"trygghet@example.se"}""";
        HttpResponse<String> begun = communicator.send("POST", "/api/publications", plan, AS_JSON);
        String at = "/api/publications/" + made("publications", begun);
        String draft = communicator.get(at).headers().firstValue("ETag").orElse("");
        communicator.send("POST", at + "/send", null, "If-Match", draft);
        String tag = coordinator.get(at).headers().firstValue("ETag").orElse("");
        String approval = "{\"password\":\"" + service.password("est-coordinator") + "\",\"note\":\"Sett\"}";
        HttpResponse<String> approved =
                coordinator.send("POST", at + "/approve", approval, AS_JSON[0], AS_JSON[1], "If-Match", tag);
        if (approved.statusCode() != 200) {
            refused.add("approval: " + approved.statusCode() + " " + approved.body());
        }
        json(coordinator.get(at))
                .at("/approved/files")
                .forEach(file -> files.add(file.get("path").asString()));
        release = "trygghet-2025";
    }

    /** Notes the number of what was made. */
    private String made(String kind, HttpResponse<String> answer) {
        if (answer.statusCode() != 201 && answer.statusCode() != 200) {
            refused.add(kind + ": " + answer.statusCode() + " " + answer.body());
            return "0";
        }
        String id = json(answer).get("id").asString();
        numbers.computeIfAbsent(kind, any -> new ArrayList<>()).add(id);
        return id;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
