package se.lageskarta.service.evidence;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares, for the API description, the filter that {@link Questions} reads. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(name = "from", in = ParameterIn.QUERY, description = "First day, included, such as 2026-01-01")
@Parameter(name = "to", in = ParameterIn.QUERY, description = "Last day, included, such as 2026-12-31")
@Parameter(
        name = "types",
        in = ParameterIn.QUERY,
        description = "Taxonomy codes of incidents, such as SKA,KLO; absent for all")
@Parameter(
        name = "datasets",
        in = ParameterIn.QUERY,
        description = "Numbers of datasets, such as 1,2; absent for the group")
@Parameter(
        name = "group",
        in = ParameterIn.QUERY,
        description = "Id of a group of datasets that lie in one place, such as g1, as /api/datasets tells it; "
                + "absent for the group with the newest import, and without meaning beside datasets")
@Parameter(
        name = "stream",
        in = ParameterIn.QUERY,
        description = "crime, disorder, unsafety, both (crime and unsafety) or all")
public @interface FilterParameters {}
