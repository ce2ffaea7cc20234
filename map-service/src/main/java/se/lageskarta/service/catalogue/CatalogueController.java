package se.lageskarta.service.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.web.Parameters;

/** {@code GET /api/types}, {@code GET /api/measure-catalogue} and {@code GET /api/cause-catalogue}. */
@RestController
class CatalogueController {
    record Types(List<IncidentType> types, List<IncidentClass> classes) {}

    record Measures(List<Entry> measures) {}

    /**
     * A catalogue measure as the page knows it.
     *
     * @param blockedReason why it must not be chosen, in Swedish; null when it may. The same text as {@code effectSv}
     */
    record Entry(
            String code,
            String nameSv,
            String nameEn,
            List<Integer> techniques,
            List<String> types,
            String evidenceGrade,
            String effectSv,
            String effectEn,
            String source,
            List<String> geometry,
            List<String> gates,
            boolean blocked,
            @Nullable String blockedReason) {
        static Entry of(CatalogueMeasure measure) {
            return new Entry(
                    measure.code(),
                    measure.nameSv(),
                    measure.nameEn(),
                    measure.techniques(),
                    measure.types(),
                    measure.evidenceGrade(),
                    measure.effectSv(),
                    measure.effectEn(),
                    measure.source(),
                    measure.geometry(),
                    measure.gates(),
                    measure.blocked(),
                    measure.blocked() ? measure.effectSv() : null);
        }
    }

    record Causes(
            List<CauseCatalogue.Technique> techniques,
            List<CauseCatalogue.Factor> factors,
            List<CauseCatalogue.Hypothesis> hypotheses) {}

    private final IncidentTypes types;
    private final MeasureCatalogue catalogue;
    private final CauseCatalogue causes;

    CatalogueController(IncidentTypes types, MeasureCatalogue catalogue, CauseCatalogue causes) {
        this.types = types;
        this.catalogue = catalogue;
        this.causes = causes;
    }

    /** What an investigation of causes can begin with. */
    @GetMapping("/api/cause-catalogue")
    Causes causeCatalogue(HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        return new Causes(causes.techniques(), causes.factors(), causes.hypotheses());
    }

    @GetMapping("/api/types")
    Types types(HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        return new Types(types.all(), types.classes());
    }

    /** All measures, or those that work on at least one of the {@code types} given. */
    @GetMapping("/api/measure-catalogue")
    Measures measureCatalogue(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request.getParameterMap(), Set.of("types"));
        Set<String> wanted = kindred(parameters.words("types", types.codes()));
        return new Measures(catalogue.all().stream()
                .filter(measure -> wanted.isEmpty() || measure.worksOnAny(wanted))
                .map(Entry::of)
                .toList());
    }

    /**
     * The catalogue knows the shipped types: a type that is a municipality's own stands for the one that it is like, or
     * for those of its class.
     */
    private Set<String> kindred(SortedSet<String> wanted) {
        Set<String> kindred = new TreeSet<>(wanted);
        wanted.forEach(code -> kindred.add(types.standsFor(code)));
        wanted.stream()
                .filter(code -> types.standsFor(code).equals(code))
                .filter(code -> types.shipped(code).isEmpty())
                .flatMap(code -> types.find(code).stream())
                .forEach(own -> types.all().stream()
                        .filter(type -> type.typeClass().equals(own.typeClass()))
                        .forEach(type -> kindred.add(type.code())));
        return kindred;
    }
}
