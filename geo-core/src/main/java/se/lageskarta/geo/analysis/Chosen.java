package se.lageskarta.geo.analysis;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What somebody has chosen of an analysis' settings; the rest is automatic. */
public final class Chosen {
    private final Map<String, String> written;
    private final Map<String, Object> values = new HashMap<>();

    private Chosen(List<Setting> settings, Map<String, String> written) {
        this.written = new TreeMap<>(written);
        for (Map.Entry<String, String> entry : written.entrySet()) {
            Setting setting = settings.stream()
                    .filter(one -> one.name().equals(entry.getKey()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(entry.getKey()
                            + " is no setting, but must be one of "
                            + settings.stream().map(Setting::name).toList()));
            values.put(setting.name(), setting.read(entry.getValue()));
        }
    }

    /**
     * Reads what was written.
     *
     * @param analysis whose settings are chosen
     * @param written name to text
     * @throws SettingException for a value out of range
     * @throws IllegalArgumentException for a name that is no setting
     */
    public static Chosen of(Analysis analysis, Map<String, String> written) {
        return new Chosen(analysis.settings(), written);
    }

    /** Names what was chosen, whatever the order it was written in. */
    public String key() {
        return written.toString();
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public @Nullable Double number(String name) {
        return (Double) values.get(name);
    }

    public double number(String name, double otherwise) {
        return (double) values.getOrDefault(name, otherwise);
    }

    /**
     * A number that has no default.
     *
     * @throws IllegalArgumentException when it was not chosen
     */
    public double required(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing, but must be given");
        }
        return ((Number) value).doubleValue();
    }

    public @Nullable Integer whole(String name) {
        return (Integer) values.get(name);
    }

    public int whole(String name, int otherwise) {
        return (int) values.getOrDefault(name, otherwise);
    }

    public double[] numbers(String name, double... otherwise) {
        return (double[]) values.getOrDefault(name, otherwise);
    }

    public String word(String name, String otherwise) {
        return (String) values.getOrDefault(name, otherwise);
    }

    public boolean flag(String name, boolean otherwise) {
        return (boolean) Objects.requireNonNull(values.getOrDefault(name, otherwise));
    }

    public @Nullable LocalDate day(String name) {
        return (LocalDate) values.get(name);
    }
}
