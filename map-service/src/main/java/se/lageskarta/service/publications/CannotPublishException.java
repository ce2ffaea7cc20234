package se.lageskarta.service.publications;

import java.util.List;
import se.lageskarta.service.publicpage.Words;
import se.lageskarta.service.web.ProblemException;

/** A release cannot be made of what there is, or may not be: with the reason and the way out. */
final class CannotPublishException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> arguments;
    private final transient List<DisclosureReport.Refusal> refusals;

    CannotPublishException(String code, Object... arguments) {
        this(code, List.of(arguments), List.of());
    }

    CannotPublishException(String code, List<Object> arguments, List<DisclosureReport.Refusal> refusals) {
        super(code);
        this.code = code;
        this.arguments = arguments;
        this.refusals = refusals;
    }

    /** Such as {@code addresses}; {@code publication.<code>} is its text. */
    String code() {
        return code;
    }

    /** Why, and the way out. */
    Words words(Say say) {
        return say.both(code + ".detail", arguments.toArray());
    }

    ProblemException problem() {
        ProblemException problem = ProblemException.of(409, "publication." + code, arguments.toArray());
        return refusals.isEmpty() ? problem : problem.with("refusals", refusals);
    }
}
