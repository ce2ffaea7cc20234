package se.lageskarta.service.documents;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.register.Register;
import se.lageskarta.service.register.Registers;
import se.lageskarta.service.web.Texts;

/** The templates: those that people have saved, and the ones that come with the service for all the others. */
@Component
class Templates {
    private final Register<Template> register;
    private final Texts texts;

    Templates(Registers registers, Texts texts) {
        register = registers.open("template", Template.class);
        this.texts = texts;
    }

    Register<Template> register() {
        return register;
    }

    /** What people have saved; empty when they use the one that comes with the service. */
    Optional<Entry<Template>> saved(DocumentKind kind, String language) {
        List<Entry<Template>> found = register.about(Template.subject(kind.code(), language));
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    /** The one to use. */
    Template of(DocumentKind kind, String language) {
        return saved(kind, language).map(Entry::state).orElseGet(() -> standard(kind, language));
    }

    /** The one that comes with the service. */
    Template standard(DocumentKind kind, String language) {
        Locale words = Locale.forLanguageTag(language);
        String key = "document." + kind.code() + ".";
        List<Section> sections = kind.sections().stream()
                .map(id -> new Section(
                        id,
                        texts.of(key + id + ".heading", words),
                        texts.orElse(key + id + ".text", "", words),
                        !kind.isFolded(id)))
                .toList();
        return new Template(
                kind.code(),
                language,
                texts.of(key + "title", words),
                texts.of("document.subtitle", words),
                texts.of("document.footer", words),
                sections);
    }
}
