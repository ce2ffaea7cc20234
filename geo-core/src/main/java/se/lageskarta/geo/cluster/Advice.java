package se.lageskarta.geo.cluster;

/** What someone should know before trusting a clustering; part of the result, never only a log line. */
public enum Advice {
    /** No cluster at all: eps may be too small or the least weight too large. */
    NOTHING_FOUND(
            "No cluster was found: try a larger distance or a smaller least number.",
            "Ingen ansamling hittades: pröva ett större avstånd eller ett mindre minsta antal."),
    /** One cluster holds more than half of everything: eps may be too large. */
    ONE_HOLDS_MOST(
            "One cluster holds more than half of all points: the distance may be too large.",
            "En enda ansamling rymmer mer än hälften av alla punkter: avståndet kan vara för stort."),
    /** Many rows share coordinates: distances between them mean little. */
    SNAPPED(
            "More than a tenth of the points share a coordinate with another: positions are snapped to shared places.",
            "Mer än en tiondel av punkterna delar koordinat med en annan: lägena är flyttade till gemensamma platser."),
    /** Clusters were left out that chance may as well have given. */
    LIKE_SURROUNDINGS(
            "Some clusters are no denser than chance may make them in such surroundings; they are not shown.",
            "Några ansamlingar är inte tätare än vad slumpen kan ge i deras omgivning; de visas inte."),
    /** A cluster of many rows on a single coordinate, in a file that is not snapped. */
    ONE_COORDINATE(
            "A cluster lies on one single coordinate: it may be a geocoder's default point rather than a place.",
            "En ansamling ligger på en enda koordinat: det kan vara en adresstolks standardpunkt och ingen verklig plats.");

    private final String english;
    private final String swedish;

    Advice(String english, String swedish) {
        this.english = english;
        this.swedish = swedish;
    }

    public String english() {
        return english;
    }

    public String swedish() {
        return swedish;
    }
}
