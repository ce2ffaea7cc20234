package se.lageskarta.geo.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Invented street names, each given once; the words are ordinary Swedish ones, as in any town. */
final class StreetNames {
    /** What the streets of a district are called after. */
    enum Theme {
        TOWN(
                "Kvarn,Slakt,Skomakar,Bagar,Smeds,Garvar,Färgar,Kopparslagar,Handels,Post,Tull,Vall,Bryggar,Repslagar,Skol,"
                        + "Lasarett,Nygårds,Bro,Hamn,Rådhus,Tegel,Östra Lång,Västra Lång,Tvär,Ny,Drottning,Kungs,Magasins"),
        TREES(
                "Ek,Alm,Ask,Lind,Lönn,Bok,Avenbok,Hassel,Rönn,Oxel,Hägg,Körsbärs,Plommon,Päron,Äppel,Syren,Nypon,Hagtorns,"
                        + "Slån,Jasmin,Kaprifol,Vide,Pil,Al,Poppel,Kastanj"),
        BIRDS("Björktrast,Koltrast,Lärk,Svan,Sparv,Fink,Mes,Star,Sval,Rödhake,Ärle,Gök,Orr,Tjäder,Ripe,Tärn,Sädesärle,"
                + "Talgoxe,Domherre,Grönsiske,Näktergals,Kungsfågel,Vipe,Beckasin,Trane,Uggle"),
        SKY(
                "Sol,Mån,Stjärn,Norrskens,Morgon,Afton,Komet,Planet,Venus,Saturnus,Orion,Karlavagns,Polstjärne,Regnbågs,Grynings,"
                        + "Skymnings,Midsommar,Vår,Sommar,Höst,Midvinter,Åsk,Vind,Sunnan"),
        LAKE(
                "Abborr,Gädd,Mört,Brax,Lax,Öring,Sik,Sarv,Strand,Vass,Näckros,Båt,Segel,Ankar,Rodd,Roder,Livboj,Flotte,Nät,Ruse,"
                        + "Bryggvakts,Fyr,Sjöskums,Dynings"),
        CRAFT("Maskin,Verkstads,Motor,Svets,Plåt,Lager,Truck,Hyvel,Gjutar,Borr,Turbin,Kugghjuls,Terminal,Ventil"),
        FLOWERS(
                "Blåklocks,Prästkrags,Smörblomme,Vallmo,Klöver,Timotej,Blåsipps,Vitsipps,Gullvive,Kattfots,Ljung,Lin,Råg,"
                        + "Korn,Havre,Vete,Humle,Mynta,Timjan,Salvie"),
        COUNTRY("Norrby,Söderby,Åkerby,Lund,Hult,Torp,Säter,Berg,Dal,Näs,Vik,Ås,Mo,Hed,Myr,Backe,Kull,Äng,Hage,Rönn");

        private final List<String> words;

        Theme(String words) {
            this.words = List.of(words.split(","));
        }
    }

    private static final String[] TOWN_ENDINGS = {"gatan", "gatan", "gatan", "gränd"};
    private static final String[] ENDINGS = {"vägen", "stigen", "gränd", "backen", "svängen", "vägen"};
    private static final String[] WORK_ENDINGS = {"gatan", "vägen"};
    private static final String[] ROAD_ENDINGS = {"vägen"};

    private final Set<String> given = new HashSet<>();
    private final SplittableRandom random;

    StreetNames(SplittableRandom random) {
        this.random = random;
    }

    /** A name not given before. */
    String next(Theme theme) {
        String[] endings =
                switch (theme) {
                    case TOWN -> TOWN_ENDINGS;
                    case CRAFT -> WORK_ENDINGS;
                    case COUNTRY -> ROAD_ENDINGS;
                    default -> ENDINGS;
                };
        for (int tries = 0; tries < 400; tries++) {
            String word = theme.words.get(random.nextInt(theme.words.size()));
            String name = word + endings[random.nextInt(endings.length)];
            if (given.add(name)) {
                return name;
            }
        }
        // every word of this kind is in use: the next kind of words
        return next(Theme.values()[(theme.ordinal() + 1) % Theme.values().length]);
    }

    String fixed(String name) {
        given.add(name);
        return name;
    }
}
