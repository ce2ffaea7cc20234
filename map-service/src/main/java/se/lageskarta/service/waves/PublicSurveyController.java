package se.lageskarta.service.waves;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.geo.crs.LonLat;
import se.lageskarta.service.basemap.NamedPlace;
import se.lageskarta.service.basemap.PlaceNames;
import se.lageskarta.service.settings.SiteSettings;
import se.lageskarta.service.storage.Bounds;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.ProblemException;
import se.lageskarta.service.web.RefusedRequestException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A wave as anybody meets it: what is asked, places by name, and answers. A draft is there only for those who write it;
 * for others it is not found, as a wave that never was.
 */
@RestController
class PublicSurveyController {
    /** 600 characters of words and the rest, with room to spare. */
    private static final int MAX_BYTES = 16_384;

    private static final int MAX_PLACES = 8;
    private static final int MAX_QUERY = 100;

    private final PublicSurveys surveys;
    private final AnswerWave answering;
    private final WaveArea area;
    private final ErasureDecision decided;
    private final PlaceNames places;
    private final WriteLimits limits;
    private final SiteSettings site;
    private final JsonMapper mapper;

    PublicSurveyController(
            PublicSurveys surveys,
            AnswerWave answering,
            WaveArea area,
            ErasureDecision decided,
            PlaceNames places,
            WriteLimits limits,
            SiteSettings site,
            JsonMapper mapper) {
        this.surveys = surveys;
        this.answering = answering;
        this.area = area;
        this.decided = decided;
        this.places = places;
        this.limits = limits;
        this.site = site;
        this.mapper = mapper;
    }

    /**
     * What the page shows.
     *
     * @param phase {@code early}, {@code open}, {@code closed}; {@code preview} for those who write it
     * @param keptUntil the day after which single answers are no longer needed
     * @param erased true when it has been decided that they are erased then
     * @param areaName what the area is called; empty for the whole municipality
     * @param area where places may be marked, as a geometry in degrees; null for the whole municipality
     * @param areaMarginMetres how far outside that area a place may lie
     * @param bounds west, south, east, north of where places may be marked, degrees
     */
    record Form(
            String slug,
            String phase,
            String municipality,
            String title,
            String titleEn,
            String introduction,
            String introductionEn,
            String introductionEasy,
            String afterwards,
            String afterwardsEn,
            String contact,
            String legalNote,
            String owner,
            LocalDate opensOn,
            LocalDate closesOn,
            int retentionMonths,
            LocalDate keptUntil,
            boolean erased,
            WaveQuestions questions,
            int mostMarks,
            String areaName,
            @Nullable JsonNode area,
            double areaMarginMetres,
            double[] bounds) {}

    /**
     * One place by its name.
     *
     * @param bounds west, south, east, north, degrees
     */
    record Found(String name, String kind, double lon, double lat, double[] bounds) {
        static Found of(NamedPlace place) {
            Bounds b = place.bounds();
            return new Found(
                    place.name(),
                    place.kind().code(),
                    place.at().lon(),
                    place.at().lat(),
                    new double[] {b.west(), b.south(), b.east(), b.north()});
        }
    }

    record Places(List<Found> places) {}

    record SentRemoval(@Nullable String respondent) {}

    record SentReply(
            @Nullable String respondent,
            @Nullable Map<String, @Nullable Integer> answers,
            @Nullable String website) {}

    /**
     * What became of a mark.
     *
     * @param key what the page calls it
     * @param words as they are kept, personal data masked
     * @param masked kinds of personal data that were masked
     * @param sameAs true when an earlier mark of the same person lies at the same place; the two count once
     */
    record Kept(String key, String words, Set<String> masked, boolean sameAs) {}

    @GetMapping("/api/surveys/{slug}")
    ResponseEntity<Form> form(@PathVariable String slug, HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        SurveyWave wave = wave(slug);
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(form(wave));
    }

    /** Names within reach of the wave, for those who write where a place is; only while answers are taken. */
    @GetMapping("/api/surveys/{slug}/places")
    @Parameter(name = "q", in = ParameterIn.QUERY, required = true, description = "The beginning of a name")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "At most this many, 1 to 8; 8 when absent")
    @Parameter(
            name = "bbox",
            in = ParameterIn.QUERY,
            description = "What the map shows, as west,south,east,north; the nearer of two equal names comes first")
    Places places(@PathVariable String slug, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request.getParameterMap(), Set.of("q", "limit", "bbox"));
        SurveyWave wave = surveys.findOpen(slug).orElseThrow(ProblemException::notFound);
        limits.read(request.getRemoteAddr());
        String typed = Objects.requireNonNullElse(parameters.text("q"), "");
        if (typed.isEmpty() || typed.length() > MAX_QUERY) {
            throw Parameters.refused("q", typed, "places.q.long", MAX_QUERY);
        }
        int limit = parameters.whole("limit", MAX_PLACES, 1, MAX_PLACES);
        return new Places(places.search(typed, MAX_PLACES * 2, middle(parameters.box("bbox"))).stream()
                .filter(place -> area.takes(wave, place.at().lon(), place.at().lat()))
                .limit(limit)
                .map(Found::of)
                .toList());
    }

    @PutMapping(path = "/api/surveys/{slug}/marks/{key}", consumes = "application/json")
    ResponseEntity<Kept> mark(@PathVariable String slug, @PathVariable String key, HttpServletRequest request)
            throws IOException {
        SurveyWave wave = wave(slug);
        limits.write(request.getRemoteAddr());
        SentMark sent = read(request, SentMark.class);
        sent.refuseUnlessPerson();
        AnswerWave.Answer kept =
                answering.mark(wave, Written.orEmpty(sent.respondent()), key, sent.mark(wave.questions()));
        return ResponseEntity.status(kept.created() ? HttpServletResponse.SC_CREATED : HttpServletResponse.SC_OK)
                .header("Cache-Control", "no-store")
                .body(new Kept(key, kept.words(), kept.masked(), kept.sameAs()));
    }

    @PostMapping(path = "/api/surveys/{slug}/marks/{key}/remove", consumes = "application/json")
    ResponseEntity<Void> remove(@PathVariable String slug, @PathVariable String key, HttpServletRequest request)
            throws IOException {
        SurveyWave wave = wave(slug);
        limits.write(request.getRemoteAddr());
        SentRemoval sent = read(request, SentRemoval.class);
        answering.remove(wave, Written.orEmpty(sent.respondent), key);
        return ResponseEntity.noContent().build();
    }

    @PutMapping(path = "/api/surveys/{slug}/answers", consumes = "application/json")
    ResponseEntity<Void> reply(@PathVariable String slug, HttpServletRequest request) throws IOException {
        SurveyWave wave = wave(slug);
        limits.write(request.getRemoteAddr());
        SentReply sent = read(request, SentReply.class);
        if (!Written.orEmpty(sent.website).isEmpty()) {
            throw SurveyWave.refused("website", "", "survey.person");
        }
        Map<String, Integer> answers = new java.util.TreeMap<>();
        Objects.requireNonNullElse(sent.answers, Map.<String, @Nullable Integer>of())
                .forEach((id, answer) -> {
                    if (answer != null) {
                        answers.put(id, answer);
                    }
                });
        answering.reply(wave, Written.orEmpty(sent.respondent), answers);
        return ResponseEntity.noContent().build();
    }

    private SurveyWave wave(String slug) {
        return surveys.find(slug).orElseThrow(ProblemException::notFound);
    }

    private static @Nullable LonLat middle(@Nullable Bounds box) {
        return box == null ? null : new LonLat((box.west() + box.east()) / 2, (box.south() + box.north()) / 2);
    }

    private Form form(SurveyWave wave) {
        WavePlan plan = wave.plan();
        Bounds box = area.bounds(wave);
        return new Form(
                plan.slug(),
                surveys.phase(wave),
                site.municipality(),
                plan.title(),
                plan.titleEn(),
                plan.introduction(),
                plan.introductionEn(),
                plan.introductionEasy(),
                plan.afterwards(),
                plan.afterwardsEn(),
                plan.contact(),
                plan.legalNote(),
                plan.owner(),
                plan.opensOn(),
                plan.closesOn(),
                plan.retentionMonths(),
                wave.keptUntil(),
                !decided.of(wave).isEmpty(),
                plan.questions(),
                AnswerWave.MOST_MARKS,
                plan.areaName(),
                ToldWave.areaOf(plan),
                WaveArea.OWN_MARGIN_METRES,
                new double[] {box.west(), box.south(), box.east(), box.north()});
    }

    private <T> T read(HttpServletRequest request, Class<T> type) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            throw new RefusedRequestException(413, List.of(FieldFault.of("body", "", "survey.large", MAX_BYTES)));
        }
        try {
            T sent = mapper.readValue(body, type);
            if (sent == null) {
                throw Parameters.refused("body", "", "json.missing");
            }
            return sent;
        } catch (JacksonException bad) {
            throw Parameters.refused("body", "", "json.value");
        }
    }
}
