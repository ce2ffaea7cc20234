package se.lageskarta.geo.geocode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A name that may be meant.
 *
 * @param name its number in the index
 * @param cost how far what is written is from it
 * @param noneCost from this cost on it is likelier that a name is meant which is not known
 * @param written in plain spelling, abbreviations in full
 */
record Meant(int name, double cost, double noneCost, String written) {
    private static final int MOST_NAMES = 16;
    /** How far-fetched it is that a street of that name is missing in the register. */
    private static final double SIBLING_COST = 0.8;

    private static final double[] NONE_BY_LETTERS = {0.4, 0.5, 0.75, 1.0, 1.35, 1.7, 2.0, 2.3, 2.5, 2.7};

    /** The names of an index that a writing may mean, the likeliest first. */
    static List<Meant> by(String written, NameIndex names) {
        Map<Integer, Meant> best = new HashMap<>();
        boolean exact = false;
        List<Abbreviations.Variant> variants = Abbreviations.variantsOf(written);
        for (Abbreviations.Variant variant : variants) {
            for (NameIndex.Hit hit : hits(variant.plain(), names)) {
                double cost = variant.cost() + hit.cost();
                Meant known = best.get(hit.name());
                if (cost <= NameIndex.MOST && (known == null || cost < known.cost)) {
                    int stem = Math.min(names.stem(hit.name()), Spelling.stemLength(variant.plain()));
                    best.put(hit.name(), new Meant(hit.name(), cost, noneCost(stem), variant.plain()));
                    exact |= cost == 0;
                }
            }
            if (exact) {
                break;
            }
        }
        List<Meant> sorted = new ArrayList<>(best.values());
        sorted.sort((a, b) -> a.cost != b.cost ? Double.compare(a.cost, b.cost) : Integer.compare(a.name, b.name));
        List<Meant> nearest = sorted.size() <= MOST_NAMES ? sorted : sorted.subList(0, MOST_NAMES);
        if (!nearest.isEmpty() && nearest.get(0).cost > 0.02) {
            nearest.set(0, nearest.get(0).withSiblings(variants, names));
        } else if (!nearest.isEmpty()) {
            // however short, a name that is written as it is was meant
            Meant same = nearest.get(0);
            nearest.set(0, new Meant(same.name, same.cost, Math.max(same.noneCost, 2), same.written));
        }
        return nearest;
    }

    /** Names with numbers of their own (Väg 181) are seldom misspelt, and mostly the number is a house's. */
    private static List<NameIndex.Hit> hits(String plain, NameIndex names) {
        boolean number = !plain.isEmpty() && Character.isDigit(plain.charAt(plain.length() - 1));
        return number ? names.findNearlyExact(plain) : names.find(plain);
    }

    /** What is written may be nearer to a name that is not known: to Näckrosstigen, where only Näckrosvägen is. */
    private Meant withSiblings(List<Abbreviations.Variant> variants, NameIndex names) {
        SlipCost slips = new SlipCost();
        double least = noneCost;
        for (String sibling : Spelling.siblings(names.name(name))) {
            double most = Math.min(NameIndex.MOST, least);
            double far = slips.of(variants.get(0).plain(), sibling, Spelling.stemLength(sibling), most);
            for (Abbreviations.Variant variant : variants) {
                far = variant.plain().equals(sibling) ? Math.min(far, variant.cost()) : far;
            }
            least = Math.min(least, far + SIBLING_COST);
        }
        return new Meant(name, cost, least, written);
    }

    /** From this cost on it is likelier that a name of so many letters is meant which is not known at all. */
    static double noneCost(int stem) {
        return NONE_BY_LETTERS[Math.min(stem, NONE_BY_LETTERS.length - 1)];
    }

    /** How likely it is that somebody writes what is so far from what is meant: a slip in sixty. */
    static double likelihood(double cost) {
        return Math.exp(-cost * LN_60);
    }

    private static final double LN_60 = Math.log(60);
}
