package se.lageskarta.geo.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.locationtech.jts.linearref.LengthIndexedLine;
import se.lageskarta.geo.crs.Crs;
import se.lageskarta.geo.incident.Incident;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import se.lageskarta.geo.survey.UnsafePlace;

/**
 * The whole invented town (påhittad demostad).
 *
 * @param name its name, which says that it is invented
 * @param crs the system of incidents and marks: SWEREF 99 TM
 * @param base its background map, longitude and latitude
 * @param incidents 2024-01-01 to 2026-10-31, some 600 a year, in order of time; metres in {@code crs}
 * @param survey the marks of the wave in spring 2026; metres in {@code crs}
 * @param measures what its EST group has marked
 * @param planted the places where trouble or unease was planted
 */
public record DemoTown(
        String name,
        Crs crs,
        List<BaseFeature> base,
        List<Incident> incidents,
        List<UnsafePlace> survey,
        List<PlannedMeasure> measures,
        List<PlantedHotspot> planted) {
    /** What every file and view of the town says. */
    public static final String LABEL = "Påhittad demostad";

    public DemoTown {
        base = List.copyOf(base);
        incidents = List.copyOf(incidents);
        survey = List.copyOf(survey);
        measures = List.copyOf(measures);
        planted = List.copyOf(planted);
    }

    /** Builds the town; the same seed gives the same town. Takes one to three seconds. */
    public static DemoTown generate(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Landscape landscape = new Landscape(random.split());
        List<Street> streets = new StreetNetwork(random.split(), landscape).build();
        Builders builders = new Builders(random.split(), streets, landscape);
        builders.build(streets);
        List<Building> buildings = builders.buildings();
        landscape.grow(random.split(), Builders.builtUp(buildings), streets, buildings);
        List<Piece> paths = Walkways.all(landscape.water());

        List<Piece> pieces = new ArrayList<>(landscape.pieces());
        pieces.addAll(TownPlan.places());
        pieces.addAll(TownPlan.WOODS);
        pieces.addAll(builders.yards());
        pieces.addAll(paths);
        pieces.addAll(new Lamps(random.split()).along(streets, paths));
        pieces.addAll(Blocks.between(streets));
        pieces.addAll(TownPlan.labels());
        districts(pieces);
        streets(streets, pieces);
        buildings(buildings, pieces);
        return new DemoTown(
                "Lägesby (påhittad)",
                Crs.SWEREF99_TM,
                pieces.stream().map(Piece::toBaseFeature).toList(),
                new IncidentStory(random.split(), buildings, streets).tell(),
                new SurveyStory(random.split()).tell(buildings),
                MeasurePlan.all(),
                truth());
    }

    /** Writes the town as the files a municipality would import: CSV in SWEREF 99 TM and GeoJSON, with a README. */
    public void writeFiles(Path directory) throws IOException {
        new DemoFiles(this, directory).write();
    }

    private static void districts(List<Piece> pieces) {
        for (District district : TownPlan.DISTRICTS) {
            pieces.add(new Piece(BaseRole.DISTRICTS, district.kind(), district.name(), district.area()));
        }
    }

    private static void streets(List<Street> streets, List<Piece> pieces) {
        for (Street street : streets) {
            pieces.add(new Piece(BaseRole.ROADS, street.kind(), street.name(), street.line()));
            boolean served = street.kind().equals("primary") || street.kind().equals("secondary");
            LengthIndexedLine line = new LengthIndexedLine(street.line());
            for (double at = 180; served && at < street.line().getLength() - 60; at += 420) {
                var place = line.extractPoint(at, street.halfWidthMetres() + 2);
                // without a name: forty stops would hide the names of places
                var attributes = Map.of("hållplats", street.name());
                pieces.add(new Piece(BaseRole.PLACES, "bus_stop", "", Shapes.point(place.x, place.y), attributes));
            }
        }
    }

    private static void buildings(List<Building> buildings, List<Piece> pieces) {
        for (Building building : buildings) {
            pieces.add(new Piece(BaseRole.BUILDINGS, building.kind(), building.name(), building.shape()));
            if (building.number() > 0) {
                String number = Integer.toString(building.number());
                Map<String, String> attributes = Map.of(
                        "street",
                        building.street(),
                        "number",
                        number,
                        "households",
                        Integer.toString(building.households()),
                        "anmärkning",
                        LABEL);
                var door = Shapes.point(building.door().x, building.door().y);
                String address = building.street() + " " + number;
                pieces.add(new Piece(BaseRole.ADDRESSES, building.kind(), address, door, attributes));
            }
        }
    }

    private static List<PlantedHotspot> truth() {
        Map<String, PlantedHotspot> planted = new LinkedHashMap<>();
        for (Trouble trouble : Trouble.PLANTED) {
            planted.put(trouble.name(), of(trouble));
        }
        for (SurveyStory.Place place : SurveyStory.PLANTED) {
            if (!place.safe()) {
                planted.merge(place.name(), of(place), DemoTown::both);
            }
        }
        return List.copyOf(planted.values());
    }

    private static PlantedHotspot of(Trouble trouble) {
        double x = Site.x(trouble.u());
        double y = Site.y(trouble.v());
        Set<String> types = Set.copyOf(trouble.types());
        return new PlantedHotspot(
                trouble.name(), x, y, trouble.spreadMetres(), trouble.trend(), types, trouble.total(), 0);
    }

    private static PlantedHotspot of(SurveyStory.Place place) {
        double x = Site.x(place.u());
        double y = Site.y(place.v());
        var steady = PlantedHotspot.Trend.STEADY;
        return new PlantedHotspot(place.name(), x, y, place.spreadMetres(), steady, Set.of(), 0, place.marks());
    }

    private static PlantedHotspot both(PlantedHotspot crime, PlantedHotspot survey) {
        return new PlantedHotspot(
                crime.name(),
                crime.x(),
                crime.y(),
                crime.spreadMetres(),
                crime.trend(),
                crime.types(),
                crime.crimes(),
                survey.marks());
    }
}
