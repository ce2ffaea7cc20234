package se.lageskarta.service.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the types are evidence of, as the municipality says at one moment. A code that the taxonomy does not have is
 * {@link IncidentKind#OTHER}. Immutable.
 */
public final class TypeKinds {
    private final Map<String, IncidentKind> kinds;
    private final String mark;

    private TypeKinds(Map<String, IncidentKind> kinds) {
        this.kinds = Map.copyOf(kinds);
        mark = new TreeMap<>(kinds)
                .entrySet().stream()
                        .map(one -> one.getKey() + one.getValue().code().charAt(0))
                        .collect(Collectors.joining("."));
    }

    /** That of some types. */
    public static TypeKinds of(List<IncidentType> types) {
        return new TypeKinds(types.stream().collect(Collectors.toMap(IncidentType::code, IncidentType::kind)));
    }

    public IncidentKind of(String code) {
        return kinds.getOrDefault(code, IncidentKind.OTHER);
    }

    /** The codes of these kinds, in order. */
    public Set<String> codes(Set<IncidentKind> wanted) {
        return kinds.entrySet().stream()
                .filter(one -> wanted.contains(one.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Names what is said: two with equal marks say the same. */
    public String mark() {
        return mark;
    }
}
