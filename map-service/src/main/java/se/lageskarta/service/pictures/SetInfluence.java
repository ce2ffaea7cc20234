package se.lageskarta.service.pictures;

import java.util.List;
import org.springframework.stereotype.Service;
import se.lageskarta.service.register.Entry;
import se.lageskarta.service.register.Register;
import se.lageskarta.service.register.Registers;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.ProblemException;

/** Writes down how much the group can influence an area. One service writes at a time: two first words are not two entries. */
@Service
class SetInfluence {
    private final Register<Influence> register;

    SetInfluence(Registers registers) {
        register = registers.open(AreasController.REGISTER, Influence.class);
    }

    /** @throws se.lageskarta.service.register.StaleEntryException when somebody has judged it since */
    synchronized Entry<Influence> of(Influence sent, ExpectedVersion expected, String who) {
        List<Entry<Influence>> known = register.about(sent.area());
        if (!known.isEmpty()) {
            return register.change(known.get(0).id(), expected, state -> sent, who)
                    .orElseThrow(ProblemException::notFound);
        }
        if (!expected.allows(0)) {
            throw ProblemException.of(412, "area.none");
        }
        return register.add(sent.area(), sent, who);
    }
}
