package se.lageskarta.geo.read;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which layer of the background map a file of a municipality's own is: by the names that NVDB, Lantmäteriet, SCB and
 * OpenStreetMap extracts give their layers and attributes, and by Swedish and English words in the file's name.
 *
 * @param role null when nothing tells
 * @param certain true when the attributes or the product's own layer name tell, so that a column with dates does not
 *     make incidents of it
 */
record LayerRole(@Nullable BaseRole role, boolean certain) {
    private static final int CUT_NAME = 10;
    private static final LayerRole UNKNOWN = new LayerRole(null, false);

    /** Layer names of products, folded; those that end in {@code *} are beginnings. */
    private static final List<Map.Entry<String, BaseRole>> PRODUCTS = List.of(
            // Lantmäteriet: belägenhetsadress, fastighetsindelning, topografi, fastighetskartan
            Map.entry("adressplats*", BaseRole.ADDRESSES),
            Map.entry("belagenhetsadress*", BaseRole.ADDRESSES),
            Map.entry("registerenhet*", BaseRole.PROPERTIES),
            Map.entry("fastighetsomrade*", BaseRole.PROPERTIES),
            Map.entry("fastighetsyta*", BaseRole.PROPERTIES),
            Map.entry("vaglinje*", BaseRole.ROADS),
            Map.entry("ovrigvag*", BaseRole.PATHS),
            Map.entry("ralstrafik*", BaseRole.RAIL),
            Map.entry("byggnad*", BaseRole.BUILDINGS),
            Map.entry("hydro*", BaseRole.WATER),
            Map.entry("vattenyta*", BaseRole.WATER),
            Map.entry("ortnamn*", BaseRole.PLACES),
            Map.entry("kommungrans*", BaseRole.BOUNDARY),
            Map.entry("kommunyta*", BaseRole.BOUNDARY),
            Map.entry("vlget", BaseRole.ROADS),
            Map.entry("voget", BaseRole.PATHS),
            Map.entry("jlget", BaseRole.RAIL),
            Map.entry("byget", BaseRole.BUILDINGS),
            Map.entry("hlget", BaseRole.WATER),
            // Trafikverket NVDB
            Map.entry("nvdb*", BaseRole.ROADS),
            // SCB
            Map.entry("deso*", BaseRole.DISTRICTS),
            Map.entry("regso*", BaseRole.DISTRICTS),
            Map.entry("tatort*", BaseRole.PLACES),
            Map.entry("smaort*", BaseRole.PLACES),
            // Geofabrik's OpenStreetMap
            Map.entry("gisosmroads*", BaseRole.ROADS),
            Map.entry("gisosmrailways*", BaseRole.RAIL),
            Map.entry("gisosmbuildings*", BaseRole.BUILDINGS),
            Map.entry("gisosmwater*", BaseRole.WATER),
            Map.entry("gisosmplaces*", BaseRole.PLACES),
            Map.entry("gisosmnatural*", BaseRole.GREEN));

    private enum Form {
        POINTS,
        LINES,
        AREAS,
        ANY
    }

    /** Attribute names, folded, that one role's products have; the first that fits decides. */
    private record Signature(BaseRole role, Form form, Set<String> names) {
        /** Names of shapefiles are cut after ten letters. */
        boolean has(String name) {
            String folded = Field.fold(name);
            return names.contains(folded)
                    || (name.length() == CUT_NAME
                            && names.stream()
                                    .anyMatch(whole -> whole.length() > folded.length() && whole.startsWith(folded)));
        }
    }

    private static final List<Signature> SIGNATURES = List.of(
            new Signature(
                    BaseRole.DISTRICTS,
                    Form.AREAS,
                    Set.of(
                            "deso",
                            "desokod",
                            "deso2018",
                            "deso2025",
                            "regso",
                            "regsokod",
                            "nyko",
                            "valdistriktskod",
                            "valdistrikt",
                            "desonamn",
                            "regsonamn")),
            new Signature(
                    BaseRole.ADDRESSES,
                    Form.POINTS,
                    Set.of(
                            "adressplatsnummer",
                            "adressplatsbeteckningadressplatsnummer",
                            "adressplatsnamn",
                            "adressomradefaststalltnamn",
                            "adressomrade",
                            "husnummer",
                            "gatunummer",
                            "gatunr",
                            "husnr",
                            "housenumber",
                            "addrhousenumber",
                            "addrstreet",
                            "belagenhetsadress",
                            "adressnummer")),
            new Signature(
                    BaseRole.LAMPS,
                    Form.POINTS,
                    Set.of(
                            "belysningspunkt",
                            "belysningsid",
                            "ljuskalla",
                            "ljuskallor",
                            "lamptyp",
                            "lampid",
                            "armatur",
                            "armaturtyp",
                            "armaturfabrikat",
                            "stolptyp",
                            "stolphojd",
                            "stolpnr",
                            "belysningscentral",
                            "effektw",
                            "lampeffekt",
                            "tandtid")),
            new Signature(
                    BaseRole.PROPERTIES,
                    Form.AREAS,
                    Set.of(
                            "fastighetsbeteckning",
                            "fastbet",
                            "fastighet",
                            "fastighetsnamn",
                            "registerenhet",
                            "registeromrade",
                            "traktnamn",
                            "blockenhet",
                            "fastnyckel",
                            "fnr")),
            new Signature(BaseRole.RAIL, Form.LINES, Set.of("railway", "bandel", "bandelsnr", "spartyp", "antalspar")),
            new Signature(
                    BaseRole.ROADS,
                    Form.LINES,
                    Set.of(
                            "gatunamn",
                            "vagnummer",
                            "vagnr",
                            "vagkategori",
                            "funktionellvagklass",
                            "funkvagklass",
                            "vaghallare",
                            "slitlag",
                            "hastighetsgrans",
                            "vagtrafiknat",
                            "highway",
                            "bronummer")),
            new Signature(
                    BaseRole.BUILDINGS,
                    Form.AREAS,
                    Set.of("building", "byggnadsandamal", "huvudandamal", "andamal1", "byggnadstyp", "husid")),
            new Signature(BaseRole.WATER, Form.ANY, Set.of("waterway", "vattendrag", "vattenytetyp")),
            new Signature(BaseRole.PLACES, Form.ANY, Set.of("tatortskod", "tatort", "ortnamn", "ortnamnstyp")));

    /** Words that a municipality has about itself, with nothing else besides them but its code. */
    private static final Set<String> MUNICIPALITY = Set.of(
            "kommunkod",
            "kommun",
            "kommunnamn",
            "knkod",
            "knnamn",
            "kommunid",
            "lanskod",
            "lan",
            "lansnamn",
            "lnkod",
            "lnnamn",
            "id",
            "area",
            "areal",
            "yta",
            "folkmangd",
            "namn",
            "kod",
            "landareal",
            "objectid",
            "fid");

    /**
     * True when a file with these columns is a layer and no list of incidents: those have a day and a type, and say in
     * which street or by which lamp post something happened as well.
     */
    boolean isLayer(Set<Field> columns) {
        boolean happened = columns.contains(Field.DATE) || columns.contains(Field.MONTH);
        return certain && !(happened && columns.contains(Field.TYPE));
    }

    /**
     * @param fileName as it was called where it came from
     * @param layer of the file; empty when it has none of its own
     * @param names of the attributes
     */
    static LayerRole propose(String fileName, String layer, Collection<String> names, FeatureSurvey.Shapes shapes) {
        for (String product : List.of(layer, fileName)) {
            LayerRole known = byProduct(product);
            if (known != null) {
                return known;
            }
        }
        LayerRole bySignature = bySignature(names, shapes);
        if (bySignature != null) {
            return bySignature;
        }
        BaseRole word = layer.isEmpty() ? null : FileClues.roleByName(layer);
        BaseRole role = word == null ? FileClues.roleByName(fileName) : word;
        boolean isArea = role == BaseRole.BOUNDARY || role == BaseRole.DISTRICTS || role == BaseRole.PROPERTIES;
        return role == null || (isArea && shapes.onlyPoints()) ? UNKNOWN : new LayerRole(role, false);
    }

    private static @Nullable LayerRole byProduct(String layer) {
        String lower = layer.toLowerCase(Locale.ROOT);
        int dot = lower.lastIndexOf('.');
        String name = Field.fold(dot > 0 ? lower.substring(0, dot) : lower);
        for (Map.Entry<String, BaseRole> product : PRODUCTS) {
            String pattern = product.getKey();
            int star = pattern.indexOf('*');
            boolean fits = star < 0
                    ? name.equals(pattern)
                    : name.startsWith(pattern.substring(0, star)) && name.endsWith(pattern.substring(star + 1));
            if (fits) {
                return new LayerRole(product.getValue(), true);
            }
        }
        return null;
    }

    private static @Nullable LayerRole bySignature(Collection<String> names, FeatureSurvey.Shapes shapes) {
        for (Signature signature : SIGNATURES) {
            if (fits(signature.form(), shapes) && names.stream().anyMatch(signature::has)) {
                return new LayerRole(signature.role(), true);
            }
        }
        Set<String> folded = new HashSet<>();
        names.forEach(name -> folded.add(Field.fold(name)));
        boolean municipality = folded.contains("kommunkod") || folded.contains("knkod");
        if (municipality && fits(Form.AREAS, shapes) && MUNICIPALITY.containsAll(folded)) {
            return new LayerRole(BaseRole.BOUNDARY, true);
        }
        return null;
    }

    private static boolean fits(Form form, FeatureSurvey.Shapes shapes) {
        long all = shapes.points() + shapes.lines() + shapes.areas();
        return switch (form) {
            case POINTS -> shapes.points() * 2 > all;
            case LINES -> shapes.lines() * 2 > all;
            case AREAS -> shapes.areas() * 2 > all;
            case ANY -> true;
        };
    }
}
