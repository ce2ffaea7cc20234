package se.lageskarta.service.documents;

import org.springframework.stereotype.Component;
import se.lageskarta.service.register.Register;
import se.lageskarta.service.register.Registers;

/** The registers of pledges and agreements. */
@Component
class DutyRegisters {
    private final Register<Pledge> pledges;
    private final Register<Agreement> agreements;

    DutyRegisters(Registers registers) {
        pledges = registers.open("pledge", Pledge.class);
        agreements = registers.open("agreement", Agreement.class);
    }

    Register<Pledge> pledges() {
        return pledges;
    }

    Register<Agreement> agreements() {
        return agreements;
    }
}
