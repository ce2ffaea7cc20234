package se.lageskarta.service.publications;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import se.lageskarta.service.catalogue.IncidentType;
import se.lageskarta.service.catalogue.IncidentTypes;
import se.lageskarta.service.catalogue.PublicGroup;
import se.lageskarta.service.catalogue.PublicGroups;
import se.lageskarta.service.publicpage.Release;
import se.lageskarta.service.publicpage.Words;

/** What is counted together: all incidents first, then the chosen groups of types. */
@Component
class PublicSeries {
    /** What people feel is no incident, and is told with the surveys. */
    private static final Set<String> NO_INCIDENTS = Set.of("OTR", "TRY");

    private final IncidentTypes types;
    private final PublicGroups groups;
    private final Say say;

    PublicSeries(IncidentTypes types, PublicGroups groups, Say say) {
        this.types = types;
        this.groups = groups;
        this.say = say;
    }

    /** A series with the types that it counts. */
    record Chosen(Release.Series told, Set<String> types) {
        Chosen {
            types = new TreeSet<>(types);
        }
    }

    List<Chosen> of(PublicationPlan plan) {
        List<Chosen> chosen = new ArrayList<>();
        Set<String> all = new TreeSet<>();
        types.all().stream()
                .map(IncidentType::code)
                .filter(code -> !NO_INCIDENTS.contains(code))
                .forEach(all::add);
        chosen.add(new Chosen(new Release.Series("all", say.both("all"), say.both("all.holds")), all));
        for (String code : plan.groups()) {
            PublicGroup group = groups.find(code)
                    .filter(PublicGroup::allowed)
                    .orElseThrow(() -> new CannotPublishException("groups-changed", code));
            chosen.add(new Chosen(
                    new Release.Series(
                            code,
                            new Words(group.nameSv(), group.nameEn()),
                            new Words(group.holdsSv(), group.holdsEn())),
                    new TreeSet<>(group.types())));
        }
        return chosen;
    }
}
