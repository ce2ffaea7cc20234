package se.lageskarta.geo.survey;

/** Why a place is felt to be unsafe (or safe); a mark may give several. */
public enum UnsafeReason {
    DARK,
    VEGETATION,
    PEOPLE,
    TUNNEL,
    SECLUDED,
    DECAY,
    TRAFFIC,
    INTOXICATION,
    CRIME,
    OTHER
}
