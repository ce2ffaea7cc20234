package se.lageskarta.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModuleWallsTest {
    /** Rooms that every feature may enter; they themselves know no feature. */
    private static final Set<String> SUPPORTING = Set.of(
            "settings",
            "storage",
            "web",
            "security",
            "jobs",
            "catalogue",
            "freetext",
            "register",
            "paper",
            "publicpage");

    private final ApplicationModules modules = ApplicationModules.of(Lageskarta.class);

    @Test
    void no_room_looks_behind_another_rooms_door_and_none_go_in_circles() {
        modules.verify();
    }

    @Test
    void supporting_rooms_know_no_feature() {
        for (String name : SUPPORTING) {
            ApplicationModule room = modules.getModuleByName(name).orElseThrow();
            Set<String> known = room.getDirectDependencies(modules)
                    .uniqueModules()
                    .map(module -> module.getIdentifier().toString())
                    .collect(Collectors.toSet());
            assertThat(SUPPORTING).as(name + " knows " + known).containsAll(known);
        }
    }
}
