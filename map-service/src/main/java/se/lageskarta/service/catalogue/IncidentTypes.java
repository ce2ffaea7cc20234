package se.lageskarta.service.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The taxonomy: every type an incident or a survey mark can have, in the order they are shown. */
@Component
public class IncidentTypes {
    private final List<IncidentType> types = CodeTable.read(
            "codes/incident-types.csv",
            row -> new IncidentType(
                    row.getField("code"),
                    row.getField("class"),
                    row.getField("name_sv"),
                    row.getField("name_en"),
                    row.getField("colour")));
    private final List<IncidentClass> classes = CodeTable.read(
            "codes/incident-classes.csv",
            row -> new IncidentClass(row.getField("class"), row.getField("name_sv"), row.getField("name_en")));
    private final Map<String, IncidentType> byCode = byCode(types);

    public List<IncidentType> all() {
        return types;
    }

    public List<IncidentClass> classes() {
        return classes;
    }

    /** All codes, in the order they are shown. */
    public Set<String> codes() {
        return byCode.keySet();
    }

    public Optional<IncidentType> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    private static Map<String, IncidentType> byCode(List<IncidentType> types) {
        Map<String, IncidentType> byCode = new LinkedHashMap<>();
        types.forEach(type -> byCode.put(type.code(), type));
        return Collections.unmodifiableMap(byCode);
    }
}
