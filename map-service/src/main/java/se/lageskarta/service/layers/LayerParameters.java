package se.lageskarta.service.layers;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares, for the API description, what single layers read besides the filter that all share (see {@link
 * MapLayer#parameters()}).
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "eps",
        in = ParameterIn.QUERY,
        description = "Of hotspots: greatest distance between neighbours, metres")
@Parameter(name = "minPts", in = ParameterIn.QUERY, description = "Of hotspots: least number within that distance")
@Parameter(name = "compare", in = ParameterIn.QUERY, description = "Of hotspots: previous-years or none")
@Parameter(name = "kernel", in = ParameterIn.QUERY, description = "Of surface: shape in which an incident is spread")
@Parameter(
        name = "bandwidth",
        in = ParameterIn.QUERY,
        description = "Of surface: reach of the kernel, metres, at least 4 pixels; absent for what suits the zoom")
@Parameter(
        name = "edge",
        in = ParameterIn.QUERY,
        description = "Of surface: what is done about incidents that the boundary hides; nothing where none is known")
@Parameter(name = "status", in = ParameterIn.QUERY, description = "Of measures: how far they have come")
@Parameter(name = "owner", in = ParameterIn.QUERY, description = "Of measures: the organisation that answers for them")
@Parameter(name = "code", in = ParameterIn.QUERY, description = "Of measures: kinds of the measure catalogue")
@Parameter(name = "spot", in = ParameterIn.QUERY, description = "Of measures: numbers of lasting places they are for")
public @interface LayerParameters {}
