package se.lageskarta.service.publicpage;

import java.util.ArrayList;
import java.util.List;
import se.lageskarta.service.paper.Lettering;

/** Breaks words of a picture into lines. */
final class Lines {
    private Lines() {}

    /** At least one line and not more than {@code most}; what has no room ends with …. */
    static List<String> of(String text, double size, double width, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            boolean fits = Lettering.width(longer, size, false) <= width;
            if (!fits && !line.isEmpty() && lines.size() + 1 < most) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else if (!fits) {
                lines.add(cut(longer, size, width));
                return lines;
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private static String cut(String text, double size, double width) {
        int end = Math.min(text.length(), 300);
        while (end > 0 && Lettering.width(text.substring(0, end) + "…", size, false) > width) {
            end--;
        }
        return text.substring(0, end).strip() + "…";
    }
}
