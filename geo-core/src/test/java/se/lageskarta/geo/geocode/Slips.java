package se.lageskarta.geo.geocode;

import java.util.List;
import java.util.SplittableRandom;

/** Writes addresses as people do: with slips of the finger, by ear, without dots, and in all the forms that files have. */
final class Slips {
    private static final String[] KEYS = {"qwertyuiopå", "asdfghjklöä", "zxcvbnm"};
    private static final String[][] BY_EAR = {
        {"v", "w"},
        {"ck", "k"},
        {"å", "o"},
        {"ä", "e"},
        {"c", "k"},
        {"ks", "x"},
        {"x", "ks"},
        {"g", "j"},
        {"d", "t"},
        {"kv", "qv"},
        {"t", "th"},
        {"tj", "kj"},
        {"sj", "sk"},
        {"hj", "j"},
        {"lj", "j"},
        {"s", "z"},
        {"f", "ph"}
    };
    private static final String LETTERS = "abcdefghijklmnoprstuvyåäö";

    private final SplittableRandom random;

    Slips(SplittableRandom random) {
        this.random = random;
    }

    /** The name with one slip, which may be one that leaves it the same. */
    String slip(String name) {
        return switch (random.nextInt(10)) {
            case 0, 1 ->
                name.replace('å', 'a')
                        .replace('ä', 'a')
                        .replace('ö', 'o')
                        .replace('Å', 'A')
                        .replace('Ä', 'A')
                        .replace('Ö', 'O');
            case 2 -> doubled(name);
            case 3, 4 -> dropped(name);
            case 5 -> swapped(name);
            case 6 -> nearKey(name);
            case 7 -> added(name);
            default -> byEar(name);
        };
    }

    /** The address in one of the forms that files have. */
    String form(String name, String number) {
        String street = random.nextInt(4) == 0 ? abbreviated(name) : name;
        String house =
                switch (random.nextInt(8)) {
                    case 0 -> " nr " + number;
                    case 1 -> " " + number + ", 2 tr";
                    case 2 -> " " + number + " lgh 1101";
                    case 3 -> number.length() > 1 ? " " + number : " " + number + ".";
                    default -> " " + number;
                };
        String whole =
                switch (random.nextInt(12)) {
                    case 0 -> "vid " + street + house;
                    case 1 -> "Utanför " + street + house;
                    case 2 -> "c/o Andersson, " + street + house;
                    case 3 -> "Adress: " + street + house;
                    default -> street + house;
                };
        return switch (random.nextInt(8)) {
            case 0 -> whole.toUpperCase(java.util.Locale.ROOT);
            case 1 -> whole.toLowerCase(java.util.Locale.ROOT);
            default -> whole;
        };
    }

    private String abbreviated(String name) {
        boolean dot = random.nextBoolean();
        if (name.endsWith("gatan")) {
            String end = random.nextInt(4) == 0 ? "g:an" : dot ? "g." : "g";
            return name.substring(0, name.length() - 5) + end;
        }
        if (name.endsWith("vägen")) {
            return name.substring(0, name.length() - 5) + (dot ? "v." : "v");
        }
        for (String first : List.of("Östra", "Västra", "Norra", "Södra")) {
            if (name.startsWith(first + " ")) {
                return name.charAt(0) + "." + name.substring(first.length());
            }
        }
        return name;
    }

    private int place(String name) {
        return random.nextInt(name.length());
    }

    private String doubled(String name) {
        for (int i = 1; i < name.length(); i++) {
            if (name.charAt(i) == name.charAt(i - 1) && random.nextBoolean()) {
                return name.substring(0, i) + name.substring(i + 1);
            }
        }
        int at = place(name);
        return name.substring(0, at) + name.charAt(at) + name.substring(at);
    }

    private String dropped(String name) {
        int at = place(name);
        return name.substring(0, at) + name.substring(at + 1);
    }

    private String swapped(String name) {
        int at = random.nextInt(name.length() - 1);
        return name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
    }

    private String nearKey(String name) {
        int at = place(name);
        char c = Character.toLowerCase(name.charAt(at));
        for (String row : KEYS) {
            int key = row.indexOf(c);
            if (key >= 0) {
                int other = Math.max(0, Math.min(row.length() - 1, key + (random.nextBoolean() ? 1 : -1)));
                return name.substring(0, at) + row.charAt(other) + name.substring(at + 1);
            }
        }
        return name;
    }

    private String added(String name) {
        int at = place(name);
        return name.substring(0, at) + LETTERS.charAt(random.nextInt(LETTERS.length())) + name.substring(at);
    }

    private String byEar(String name) {
        int first = random.nextInt(BY_EAR.length);
        for (int i = 0; i < BY_EAR.length; i++) {
            String[] pair = BY_EAR[(first + i) % BY_EAR.length];
            int side = random.nextInt(2);
            String from = pair[side];
            if (name.contains(from)) {
                return name.replaceFirst(from, pair[1 - side]);
            }
        }
        return name;
    }
}
