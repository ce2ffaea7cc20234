package se.lageskarta.service.description;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;

/** The shapes that many answers have in common: GeoJSON (RFC 7946) and problems (RFC 9457). */
final class SharedShapes {
    private SharedShapes() {}

    static void addTo(Components components) {
        components.addSchemas("Problem", problem());
        components.addSchemas("Geometry", geometry());
        components.addSchemas("Feature", feature(new ObjectSchema().nullable(true)));
        components.addSchemas("FeatureCollection", featureCollection());
        components.addSchemas("MeasureFeature", feature(measure()));
    }

    private static Schema<?> problem() {
        Schema<?> fault = new ObjectSchema()
                .addProperty("field", new StringSchema())
                .addProperty("value", new StringSchema())
                .addProperty("code", new StringSchema())
                .addProperty("reason", new StringSchema())
                .addProperty("remedy", new StringSchema());
        return new ObjectSchema()
                .description("What went wrong and what to do, in the language of Accept-Language (sv or en)")
                .addProperty("type", new StringSchema().format("uri"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("code", new StringSchema())
                .addProperty("errors", new ArraySchema().items(fault))
                .required(List.of("type", "title", "status", "detail", "code"));
    }

    private static Schema<?> geometry() {
        return new ObjectSchema()
                .description("GeoJSON geometry, longitude and latitude in WGS 84")
                .addProperty("type", new StringSchema())
                .addProperty("coordinates", new ArraySchema().items(new Schema<>()))
                .required(List.of("type", "coordinates"));
    }

    private static Schema<?> feature(Schema<?> properties) {
        Schema<?> id = new Schema<>().oneOf(List.of(new StringSchema(), new IntegerSchema()));
        return new ObjectSchema()
                .addProperty("type", type("Feature"))
                .addProperty("id", id)
                .addProperty("geometry", new Schema<>().$ref("#/components/schemas/Geometry"))
                .addProperty("properties", properties)
                .required(List.of("type", "geometry", "properties"));
    }

    private static Schema<?> featureCollection() {
        return new ObjectSchema()
                .addProperty("type", type("FeatureCollection"))
                .addProperty("features", new ArraySchema().items(new Schema<>().$ref("#/components/schemas/Feature")))
                .addProperty("numberMatched", new IntegerSchema())
                .addProperty("numberReturned", new IntegerSchema())
                .required(List.of("type", "features"));
    }

    private static Schema<?> measure() {
        return new ObjectSchema()
                .addProperty("code", new StringSchema().description("Of the measure catalogue"))
                .addProperty("title", new StringSchema())
                .addProperty("owner", new StringSchema().description("Organisation that answers for it"))
                .addProperty("status", new StringSchema().description("proposed, decided, in-progress, done, …"))
                .addProperty("dueOn", new StringSchema().format("date").nullable(true))
                .addProperty("note", new StringSchema().nullable(true))
                .addProperty("hotspotId", new StringSchema().nullable(true))
                .addProperty("hotspotName", new StringSchema().nullable(true))
                .addProperty("spotId", new IntegerSchema().nullable(true).description("Lasting place it is for"))
                .addProperty("spotName", new StringSchema().nullable(true))
                .addProperty("causeWords", new StringSchema().description("Which cause it answers"))
                .addProperty(
                        "techniques",
                        new ArraySchema().items(new IntegerSchema()).description("Of the 25 techniques, 1 to 25"))
                .addProperty("decidedOn", new StringSchema().format("date").nullable(true))
                .addProperty("startedOn", new StringSchema().format("date").nullable(true))
                .addProperty("doneOn", new StringSchema().format("date").nullable(true))
                .addProperty("cost", new ObjectSchema().nullable(true).description("estimate and outcome, whole SEK"))
                .addProperty("funding", new StringSchema().nullable(true).description("Organisation that pays"))
                .addProperty(
                        "goal",
                        new ObjectSchema()
                                .nullable(true)
                                .description("kind, percent, types, withinMetres, indicator, unit, target, months,"
                                        + " acknowledged; detectable and computedOn are the service's own"))
                .addProperty(
                        "gates",
                        new ArraySchema()
                                .items(new ObjectSchema())
                                .description("What the law asks first: gate, state, words, reference, on"))
                .addProperty(
                        "newOwner", new BooleanSchema().description("true confirms an organisation not known here"));
    }

    private static Schema<?> type(String name) {
        StringSchema type = new StringSchema();
        type.setEnum(List.of(name));
        return type;
    }
}
