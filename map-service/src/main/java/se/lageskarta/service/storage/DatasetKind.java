package se.lageskarta.service.storage;

/** What a dataset's rows are. */
public enum DatasetKind {
    INCIDENTS("incidents"),
    UNSAFE_PLACES("unsafe-places"),
    BASE("base");

    private final String code;

    DatasetKind(String code) {
        this.code = code;
    }

    /** As it is written in the database and in answers. */
    public String code() {
        return code;
    }

    public static DatasetKind of(String code) {
        for (DatasetKind kind : values()) {
            if (kind.code.equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("kind is " + code + ", but must be incidents, unsafe-places or base");
    }
}
