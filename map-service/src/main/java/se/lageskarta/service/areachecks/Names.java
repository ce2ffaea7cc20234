package se.lageskarta.service.areachecks;

import java.util.List;
import se.lageskarta.service.catalogue.IncidentClass;

/** Names of groups of types. */
record Names(List<IncidentClass> classes) {
    static final String REST = "rest";

    Plain of(String group) {
        return classes.stream()
                .filter(each -> each.letter().equals(group))
                .findFirst()
                .map(each -> new Plain(each.nameSv(), each.nameEn()))
                .orElse(new Plain("Övrigt och för få för att visas", "Other, and too few to show"));
    }
}
