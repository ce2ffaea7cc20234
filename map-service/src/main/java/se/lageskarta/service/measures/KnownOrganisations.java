package se.lageskarta.service.measures;

import java.text.Collator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.register.Register;
import se.lageskarta.service.register.Registers;
import se.lageskarta.service.security.Person;
import se.lageskarta.service.settings.SiteSettings;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.FieldFault;
import se.lageskarta.service.web.RefusedRequestException;

/**
 * The organisations (organisationer) known here: those of the register that coordinators keep, those in the settings, those
 * that own a measure already, and the one of the person being answered.
 */
@Component
public class KnownOrganisations {
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private final Register<Organisation> register;
    private final SiteSettings settings;
    private final Measures measures;

    KnownOrganisations(Registers registers, SiteSettings settings, Measures measures) {
        register = registers.open("organisation", Organisation.class);
        this.settings = settings;
        this.measures = measures;
    }

    /** Every known name, in Swedish alphabetical order. */
    public List<String> names() {
        Collator alphabet = Collator.getInstance(SWEDISH);
        Person asking = Person.current();
        return Stream.of(
                        settings.owners().stream(),
                        measures.owners().stream(),
                        register.all().stream().map(entry -> entry.state().name()),
                        Stream.ofNullable(asking == null ? null : asking.organisation()))
                .flatMap(names -> names)
                .filter(name -> !name.isBlank())
                .distinct()
                .sorted((a, b) -> alphabet.compare(a, b))
                .toList();
    }

    /** A known name that differs in blanks or capitals only, otherwise empty. */
    public Optional<String> known(String name) {
        List<String> names = names();
        String folded = folded(name);
        return names.contains(name)
                ? Optional.of(name)
                : names.stream().filter(each -> folded(each).equals(folded)).findFirst();
    }

    private static String folded(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(SWEDISH);
    }

    /** Those of the register, the oldest first. */
    List<Entry<Organisation>> registered() {
        return register.all();
    }

    /** One service adds or renames at a time: two of one name are not two entries. */
    synchronized Entry<Organisation> add(Organisation organisation, String who) {
        refuseDouble(organisation, 0);
        return register.add(null, organisation, who);
    }

    synchronized Optional<Entry<Organisation>> change(
            long id, ExpectedVersion expected, Organisation organisation, String who) {
        refuseDouble(organisation, id);
        UnaryOperator<Organisation> edit = before -> organisation;
        return register.change(id, expected, edit, who);
    }

    Optional<Entry<Organisation>> withdraw(long id, ExpectedVersion expected, String who) {
        return register.withdraw(id, expected, who);
    }

    /** Takes an organisation that somebody has named and meant into the register, unless it is known already. */
    public void learn(String name, String who) {
        if (known(name).isEmpty()) {
            register.add(null, new Organisation(name, ""), who);
        }
    }

    private void refuseDouble(Organisation organisation, long except) {
        boolean there = register.all().stream()
                .anyMatch(entry ->
                        entry.id() != except && folded(entry.state().name()).equals(folded(organisation.name())));
        if (there) {
            throw new RefusedRequestException(
                    422, List.of(FieldFault.of("name", organisation.name(), "measure.organisation.twice")));
        }
    }
}
