package se.lageskarta.service.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.lageskarta.service.storage.Remembered;

/**
 * The taxonomy: every type an incident or a survey mark can have, in the order they are shown. What comes with the
 * product is the beginning; a municipality adds types of its own and describes others in its own words.
 */
@Component
public class IncidentTypes {
    /** How long the own types are believed without asking the database again: another process may have changed them. */
    private static final long CHECK_AFTER_NANOS = TimeUnit.SECONDS.toNanos(2);

    private record Known(long revision, List<IncidentType> all, Map<String, IncidentType> byCode, TypeKinds kinds) {}

    private final List<IncidentType> shipped = CodeTable.read(
            "codes/incident-types.csv",
            row -> new IncidentType(
                    row.getField("code"),
                    row.getField("class"),
                    row.getField("name_sv"),
                    row.getField("name_en"),
                    row.getField("colour"),
                    IncidentKind.of(row.getField("kind")),
                    "",
                    false,
                    0));
    private final List<IncidentClass> classes = CodeTable.read(
            "codes/incident-classes.csv",
            row -> new IncidentClass(
                    row.getField("class"),
                    row.getField("name_sv"),
                    row.getField("name_en"),
                    IncidentKind.of(row.getField("kind"))));
    private final LongSupplier ownRevision;
    private final Supplier<List<IncidentType>> ownTypes;
    private final Remembered<Known> known;

    @Autowired
    IncidentTypes(OwnTypes own) {
        this(own::revision, own::all, System::nanoTime);
    }

    IncidentTypes(LongSupplier ownRevision, Supplier<List<IncidentType>> ownTypes, LongSupplier nanos) {
        this.ownRevision = ownRevision;
        this.ownTypes = ownTypes;
        known = new Remembered<>(this::read, CHECK_AFTER_NANOS, nanos);
    }

    public List<IncidentType> all() {
        return now().all;
    }

    public List<IncidentClass> classes() {
        return classes;
    }

    /** All codes, in the order they are shown. */
    public Set<String> codes() {
        return now().byCode.keySet();
    }

    public Optional<IncidentType> find(String code) {
        return Optional.ofNullable(now().byCode.get(code));
    }

    /** The type that rules which name types take this one for: the one that it is like, or itself. */
    public String standsFor(String code) {
        String like = find(code).map(IncidentType::like).orElse("");
        return like.isEmpty() ? code : like;
    }

    /** True of a type that there is and that is like no other. */
    boolean standsForItself(String code) {
        return find(code).map(type -> type.like().isEmpty()).orElse(false);
    }

    /** A type that nobody has described yet. */
    IncidentType undescribed(String code, @Nullable String letter) {
        return new IncidentType(code, "", "", "", "", kindOfClass(letter), "", false, 0);
    }

    /** What each type is evidence of. */
    public TypeKinds kinds() {
        return now().kinds;
    }

    /** A new type is what its class is, unless somebody says otherwise. */
    private IncidentKind kindOfClass(@Nullable String letter) {
        return classes.stream()
                .filter(each -> each.letter().equals(letter))
                .map(IncidentClass::kind)
                .findFirst()
                .orElse(IncidentKind.OTHER);
    }

    /** All that come with the product, as they come. */
    List<IncidentType> shipped() {
        return shipped;
    }

    /** As it comes with the product. */
    Optional<IncidentType> shipped(String code) {
        return shipped.stream().filter(type -> type.code().equals(code)).findFirst();
    }

    /** First of all who hear it: others ask for the types then. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(CodesChanged event) {
        known.forget();
    }

    /** Changes whenever anything is said anew about a type, and stays the same over a restart. */
    public long revision() {
        return now().revision;
    }

    private Known now() {
        return known.now();
    }

    private Known read(@Nullable Known last) {
        long revision = ownRevision.getAsLong();
        return last != null && last.revision == revision ? last : read(revision);
    }

    /** Own types stand after those of their class that come with the product. */
    private Known read(long revision) {
        Map<String, IncidentType> own = new LinkedHashMap<>();
        ownTypes.get().forEach(type -> own.put(type.code(), type));
        List<IncidentType> all = new ArrayList<>();
        for (IncidentClass wanted : classes) {
            shipped.stream()
                    .map(type -> own.getOrDefault(type.code(), type))
                    .filter(type -> type.typeClass().equals(wanted.letter()))
                    .forEach(all::add);
            own.values().stream()
                    .filter(type -> shipped(type.code()).isEmpty())
                    .filter(type -> type.typeClass().equals(wanted.letter()))
                    .forEach(all::add);
        }
        Map<String, IncidentType> byCode = new LinkedHashMap<>();
        all.forEach(type -> byCode.put(type.code(), type));
        return new Known(revision, List.copyOf(all), Collections.unmodifiableMap(byCode), TypeKinds.of(all));
    }
}
