package se.lageskarta.geo.hotspot;

import java.text.NumberFormat;
import java.util.Locale;

/** Says in plain words how hotspots were found: no letters of formulas, metres and numbers only. */
final class Sentences {
    private Sentences() {}

    static String crimeSv(HotspotParameters p, int used, int n, boolean snapped, int spread) {
        NumberFormat format = NumberFormat.getIntegerInstance(Locale.forLanguageTag("sv"));
        return "En plats är en hotspot när minst " + format.format(p.minPts())
                + " händelser ligger inom " + metres(p.epsMetres(), format)
                + " meter från någon av dem; platser som hänger ihop räknas som en. "
                + splitSv(p)
                + placedSv(used, n, format)
                + (spread > 0
                        ? " " + format.format(spread)
                                + " av dem är bara kända till en gata eller ett område: de räknas där minst hälften av gatan eller området ligger."
                        : "")
                + (snapped
                        ? " Lägena är flyttade till gemensamma punkter, så avstånd under kvartersnivå säger inget."
                        : "");
    }

    static String crimeEn(HotspotParameters p, int used, int n, boolean snapped, int spread) {
        NumberFormat format = NumberFormat.getIntegerInstance(Locale.ENGLISH);
        return "A place is a hotspot when at least " + format.format(p.minPts())
                + " incidents lie within " + metres(p.epsMetres(), format)
                + " metres of one of them; places that touch count as one. "
                + splitEn(p)
                + placedEn(used, n, format)
                + (spread > 0
                        ? " " + format.format(spread)
                                + " of them are known to a street or an area only: they count where at least half of it lies."
                        : "")
                + (snapped ? " Positions are moved to shared points, so distances below a block say nothing." : "");
    }

    static String unsafetySv(HotspotParameters p, int used, int n) {
        NumberFormat format = NumberFormat.getIntegerInstance(Locale.forLanguageTag("sv"));
        return "En plats är otrygg när minst " + format.format(p.minPts())
                + " personer har markerat den inom " + metres(p.epsMetres(), format)
                + " meter; var och en räknas en gång per plats. "
                + format.format(used) + " av " + format.format(n) + " markeringar gällde otrygghet och räknades.";
    }

    static String unsafetyEn(HotspotParameters p, int used, int n) {
        NumberFormat format = NumberFormat.getIntegerInstance(Locale.ENGLISH);
        return "A place is unsafe when at least " + format.format(p.minPts())
                + " people marked it within " + metres(p.epsMetres(), format)
                + " metres; each person counts once a place. "
                + format.format(used) + " of " + format.format(n) + " marks were about feeling unsafe and counted.";
    }

    private static String splitSv(HotspotParameters p) {
        return p.splitsLongOnes()
                ? "Långa stråk delas där de är glesast, och ansamlingar som slumpen lika gärna ger i sin omgivning visas inte. "
                : "";
    }

    private static String splitEn(HotspotParameters p) {
        return p.splitsLongOnes()
                ? "Long stretches are split where they are thinnest, and gatherings that chance may as well give among their surroundings are not shown. "
                : "";
    }

    private static String placedSv(int used, int n, NumberFormat format) {
        return format.format(used) + " av " + format.format(n)
                + " händelser har ett tillräckligt säkert läge och räknades.";
    }

    private static String placedEn(int used, int n, NumberFormat format) {
        return format.format(used) + " of " + format.format(n) + " incidents are placed well enough and counted.";
    }

    private static String metres(double metres, NumberFormat format) {
        return format.format(Math.round(metres));
    }
}
