package se.lageskarta.service.catalogue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The groups of types that a public release may tell of by themselves, and those that it must not. */
@Component
public class PublicGroups {
    private final List<PublicGroup> all = CodeTable.read(
            "codes/public-groups.csv",
            row -> new PublicGroup(
                    row.getField("code"),
                    Arrays.stream(row.getField("types").split(" "))
                            .filter(code -> !code.isEmpty())
                            .toList(),
                    row.getField("refused"),
                    row.getField("name_sv"),
                    row.getField("name_en"),
                    row.getField("holds_sv"),
                    row.getField("holds_en")));

    PublicGroups() {
        Set<String> seen = new HashSet<>();
        for (PublicGroup group : all) {
            for (String type : group.types()) {
                if (!seen.add(type)) {
                    throw new IllegalStateException(type + " is in two public groups, but sums would tell too much");
                }
            }
        }
    }

    /** In the order they are shown; the refused ones last. */
    public List<PublicGroup> all() {
        return all;
    }

    public Optional<PublicGroup> find(String code) {
        return all.stream().filter(group -> group.code().equals(code)).findFirst();
    }
}
