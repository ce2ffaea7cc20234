package se.lageskarta.service.measures;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the law asks before a measure may be decided (lagligt villkor): camera surveillance, guards, building permit, species,
 * the way of the rescue service, a decision of the council.
 */
public enum Gate {
    /** The balance of interests (intresseavvägning), what else was tried, and signs and data protection assessment. */
    KAM(false, "balance", "alternatives", "safeguards"),
    /** The police's decision about public order guards and its area. */
    OV(true, "decision", "area"),
    /** Building permit, or why none is needed. */
    PBL(true, "permit"),
    /** Nests, protected biotopes and species were looked for. */
    ART(false, "check"),
    /** The rescue service can still come in. */
    RADD(false, "access"),
    /** The municipal council's decision. */
    KF(true, "decision");

    /** Why bushes must be cleared while birds nest; needed for {@link #ART} from 1 April to 31 July. */
    static final String SEASON = "season";
    /** Why a gate does not apply. */
    static final String GROUND = "ground";

    private final boolean numbered;
    private final List<String> parts;

    Gate(boolean numbered, String... parts) {
        this.numbered = numbered;
        this.parts = List.of(parts);
    }

    /** What must be told when it is documented. */
    public List<String> parts() {
        return parts;
    }

    /** True when an authority's case number (diarienummer) belongs to it. */
    public boolean isNumbered() {
        return numbered;
    }

    static Optional<Gate> ofCode(String code) {
        return Arrays.stream(values()).filter(gate -> gate.name().equals(code)).findFirst();
    }
}
