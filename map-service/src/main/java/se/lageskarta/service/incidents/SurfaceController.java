package se.lageskarta.service.incidents;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.geo.density.DensitySurface;
import se.lageskarta.geo.density.EdgeCorrection;
import se.lageskarta.geo.density.Kernel;
import se.lageskarta.geo.density.KernelDensity;
import se.lageskarta.geo.grid.Grid;
import se.lageskarta.geo.tile.HeatScale;
import se.lageskarta.geo.tile.HeatSurface;
import se.lageskarta.service.evidence.FilterParameters;
import se.lageskarta.service.evidence.Question;
import se.lageskarta.service.evidence.Questions;
import se.lageskarta.service.web.Answers;
import se.lageskarta.service.web.EntityTag;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.Parameters;
import se.lageskarta.service.web.RefusedRequestException;
import se.lageskarta.service.web.Texts;

/** The heat surface as numbers, and what the colours of its pictures mean. */
@RestController
class SurfaceController {
    private static final String UNIT = "incidents/km²";
    private static final double DEFAULT_BANDWIDTH_METRES = 200;
    private static final int DEFAULT_ZOOM = 13;
    private static final int MAX_ZOOM = 22;
    /** Some 8 MB of numbers; more than any screen has pixels for. */
    private static final int MAX_CELLS = 1_000_000;
    /** Nobody waits longer for a surface, nanoseconds. */
    private static final long MAX_EFFORT = 20_000_000_000L;

    /** Cell sides to choose from, metres: the finest that fits. */
    private static final double[] SIDES = {25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 100_000};

    private final Questions questions;
    private final HeatScales heat;
    private final Answers answers;
    private final Texts texts;

    SurfaceController(Questions questions, HeatScales heat, Answers answers, Texts texts) {
        this.questions = questions;
        this.heat = heat;
        this.answers = answers;
        this.texts = texts;
    }

    @FilterParameters
    @Parameter(
            name = "bandwidth",
            in = ParameterIn.QUERY,
            description = "Reach of the kernel, metres; of the Gaussian its standard deviation. Default 200")
    @Parameter(
            name = "cell",
            in = ParameterIn.QUERY,
            description = "Side of a cell, metres; absent for the finest that fits")
    @Parameter(name = "kernel", in = ParameterIn.QUERY, description = "Shape in which an incident is spread")
    @Parameter(
            name = "edge",
            in = ParameterIn.QUERY,
            description =
                    "What is done about incidents that the boundary hides: nothing, each value divided by the part of"
                            + " its kernel inside (uniform), or each incident (diggle, keeps their number). Needs a base layer"
                            + " with the role boundary or districts; refused without")
    @GetMapping("/api/surface")
    void surface(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters parameters = Parameters.of(request.getParameterMap(), with("bandwidth", "cell", "kernel", "edge"));
        Question question = questions.of(parameters);
        HeatForm form = HeatForm.of(parameters);
        Double chosen = form.bandwidthMetres();
        KernelDensity density = new KernelDensity(form.kernel(), chosen == null ? DEFAULT_BANDWIDTH_METRES : chosen);
        Double cell = parameters.number("cell", HeatForm.LEAST_METRES, HeatForm.MOST_METRES);
        PointSet set = heat.points(question);
        Geometry boundary = set == null || form.edge() == EdgeCorrection.NONE ? null : heat.boundary(question, set);
        if (set != null && boundary == null && form.edge() != EdgeCorrection.NONE) {
            throw new RefusedRequestException(
                    422, List.of(FieldFault.of("edge", form.edge().code(), "surface.no-boundary")));
        }
        double reach = density.bandwidthMetres() * (form.kernel() == Kernel.GAUSSIAN ? 3 : 1);
        Grid grid = set == null ? null : grid(set, reach, cell);
        if (set != null && grid != null) {
            refuseTooMuch(density.effort(set.x().length, grid));
        }
        EntityTag tag = EntityTag.of("surface", heat.key(question, form), String.valueOf(cell));
        answers.json(request, response, tag, () -> body(question, set, grid, density, form.edge(), boundary));
    }

    @FilterParameters
    @Parameter(name = "zoom", in = ParameterIn.QUERY, description = "Zoom of the pictures, 0 to 22; default 13")
    @Parameter(name = "kernel", in = ParameterIn.QUERY, description = "Shape in which an incident is spread")
    @Parameter(
            name = "bandwidth",
            in = ParameterIn.QUERY,
            description = "Reach of the kernel, metres, at least 4 pixels; absent for what suits the zoom")
    @Parameter(
            name = "edge",
            in = ParameterIn.QUERY,
            description =
                    "What is done about incidents that the boundary hides; nothing where no boundary is known, and"
                            + " the answer's edge says which")
    @GetMapping("/api/surface/legend")
    void legend(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters parameters = Parameters.of(request.getParameterMap(), with("zoom", "bandwidth", "kernel", "edge"));
        Question question = questions.of(parameters);
        HeatForm form = HeatForm.of(parameters);
        int zoom = parameters.whole("zoom", DEFAULT_ZOOM, 0, MAX_ZOOM);
        Locale language = Texts.language(request);
        response.addHeader("Vary", "Accept-Language");
        PointSet set = heat.points(question);
        boolean bounded = set != null && heat.boundary(question, set) != null;
        EntityTag tag = EntityTag.of("legend", heat.key(question, form), zoom + "|" + bounded, language.getLanguage());
        answers.json(request, response, tag, () -> legend(question, set, form, bounded, zoom, language));
    }

    private static Map<String, @Nullable Object> body(
            Question question,
            @Nullable PointSet set,
            @Nullable Grid grid,
            KernelDensity density,
            EdgeCorrection edge,
            @Nullable Geometry boundary) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("unit", UNIT);
        body.put("bandwidthMetres", density.bandwidthMetres());
        body.put("kernel", density.kernel().code());
        body.put("edge", edge.code());
        body.put("invented", question.invented());
        if (set == null || grid == null) {
            body.put("crs", null);
            body.put("nx", 0);
            body.put("ny", 0);
            body.put("mean", 0);
            body.put("breaks", List.of());
            body.put("values", List.of());
            return body;
        }
        DensitySurface surface = boundary == null
                ? density.fit(set.x(), set.y(), set.weight(), grid)
                : density.fit(set.x(), set.y(), set.weight(), grid, edge, boundary);
        double mean = surface.meanOfPositive();
        body.put("crs", set.incidents().crs().toString());
        body.put("x0", grid.x0());
        body.put("y0", grid.y0());
        body.put("cellMetres", grid.cellMetres());
        body.put("nx", grid.nx());
        body.put("ny", grid.ny());
        tellIncidents(set, body);
        body.put("mean", mean);
        body.put("breaks", new HeatScale(mean, density.bandwidthMetres()).breaks());
        body.put("values", rounded(surface.value()));
        return body;
    }

    private static void tellIncidents(PointSet set, Map<String, @Nullable Object> into) {
        into.put("incidents", set.places().size());
        into.put("spread", set.places().spread());
        into.put("notPlaced", set.left());
    }

    private Map<String, @Nullable Object> legend(
            Question question, @Nullable PointSet set, HeatForm form, boolean bounded, int zoom, Locale language) {
        double bandwidth = HeatSurface.bandwidthMetres(form.bandwidthMetres(), zoom, set == null ? 0 : set.lat());
        HeatScale scale = set == null ? new HeatScale(0, bandwidth) : heat.scale(question, set, form, bandwidth);
        Map<String, @Nullable Object> legend = new LinkedHashMap<>();
        legend.put("unit", UNIT);
        legend.put("bandwidthMetres", bandwidth);
        legend.put("bandwidthAutomatic", form.bandwidthMetres() == null);
        legend.put("kernel", form.kernel().code());
        legend.put("kernels", HeatForm.KERNELS);
        legend.put("edge", bounded ? form.edge().code() : EdgeCorrection.NONE.code());
        legend.put("edges", bounded ? HeatForm.EDGES : List.of(EdgeCorrection.NONE.code()));
        legend.put("mean", scale.mean());
        legend.put("fewestInReach", HeatSurface.FEWEST_IN_REACH);
        if (set != null) {
            tellIncidents(set, legend);
        }
        List<Map<String, @Nullable Object>> classes = new ArrayList<>();
        List<HeatScale.HeatClass> all = scale.mean() == 0 ? List.of() : scale.classes();
        for (int i = 0; i < all.size(); i++) {
            HeatScale.HeatClass one = all.get(i);
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("from", one.from());
            entry.put("to", one.to());
            entry.put("colour", one.colour());
            entry.put("opacity", one.opacity());
            entry.put(
                    "label",
                    i + 1 < all.size()
                            ? texts.of(
                                    "surface.class",
                                    language,
                                    one.multiple(),
                                    all.get(i + 1).multiple())
                            : texts.of("surface.class.last", language, one.multiple()));
            classes.add(entry);
        }
        legend.put("classes", classes);
        return legend;
    }

    private static Grid grid(PointSet set, double reach, @Nullable Double cell) {
        double[] box = set.box();
        double width = box[2] - box[0] + 2 * reach;
        double height = box[3] - box[1] + 2 * reach;
        double side = cell == null ? finest(width, height) : cell;
        double columns = Math.ceil(width / side) + 1;
        double rows = Math.ceil(height / side) + 1;
        if (!(columns * rows <= MAX_CELLS)) {
            throw new RefusedRequestException(
                    422,
                    List.of(FieldFault.of(
                            "cell",
                            Double.toString(side),
                            "surface.too-large",
                            (long) columns,
                            (long) rows,
                            (long) MAX_CELLS,
                            finest(width, height))));
        }
        return Grid.covering(box[0] - reach, box[1] - reach, box[2] + reach, box[3] + reach, side);
    }

    private static void refuseTooMuch(double effort) {
        if (effort > MAX_EFFORT) {
            throw new RefusedRequestException(
                    422,
                    List.of(FieldFault.of(
                            "bandwidth",
                            "",
                            "surface.too-much",
                            TimeUnit.NANOSECONDS.toSeconds((long) effort),
                            TimeUnit.NANOSECONDS.toSeconds(MAX_EFFORT))));
        }
    }

    private static double finest(double width, double height) {
        for (double side : SIDES) {
            if ((Math.ceil(width / side) + 1) * (Math.ceil(height / side) + 1) <= MAX_CELLS) {
                return side;
            }
        }
        return SIDES[SIDES.length - 1];
    }

    /** Four decimals: far below what one incident adds, and a third of the bytes. */
    private static double[] rounded(double[] values) {
        return Arrays.stream(values).map(value -> Math.rint(value * 1e4) / 1e4).toArray();
    }

    private static Set<String> with(String... more) {
        Set<String> all = new TreeSet<>(Questions.PARAMETERS);
        all.addAll(List.of(more));
        return all;
    }
}
