package se.lageskarta.geo.analysis;

/** A setting's value that cannot be accepted; names setting, value and range. */
public final class SettingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient Setting setting;
    private final String value;

    SettingException(Setting setting, String value) {
        super(setting.name() + " is " + value + ", but must be " + setting.range());
        this.setting = setting;
        this.value = value;
    }

    public Setting setting() {
        return setting;
    }

    /** As it was written. */
    public String value() {
        return value;
    }
}
