package se.lageskarta.service.evidence;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares, for the API description, what {@link FeaturePage} reads besides the filter. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(name = "bbox", in = ParameterIn.QUERY, description = "west,south,east,north in degrees")
@Parameter(name = "limit", in = ParameterIn.QUERY, description = "Most features in the answer, 1 to 10000")
@Parameter(name = "offset", in = ParameterIn.QUERY, description = "How many to pass over, 0 or more")
public @interface PageParameters {}
