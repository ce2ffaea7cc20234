package se.lageskarta.service.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stood after a command's name: plain words, its options, and settings such as {@code --lageskarta.site.owners=…}. */
public final class Arguments {
    private final List<String> words;
    private final Map<String, List<String>> options;
    private final List<String> settings;

    private Arguments(List<String> words, Map<String, List<String>> options, List<String> settings) {
        this.words = List.copyOf(words);
        this.options = options;
        this.settings = List.copyOf(settings);
    }

    /**
     * @param typed everything after the command's name
     * @throws UsageException when an option is unknown, lacks its value, has one too many or comes twice
     */
    static Arguments parse(Command command, List<String> typed) {
        Map<String, Option> known =
                command.options().stream().collect(Collectors.toMap(Option::name, option -> option));
        List<String> words = new ArrayList<>();
        Map<String, List<String>> options = new LinkedHashMap<>();
        List<String> settings = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            String word = typed.get(i);
            if (word.equals("--")) {
                words.addAll(typed.subList(i + 1, typed.size()));
                break;
            }
            if (!word.startsWith("--")) {
                words.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String name = word.substring(2, equals < 0 ? word.length() : equals);
            if (name.indexOf('.') > 0 && equals > 0) {
                settings.add(word);
                continue;
            }
            Option option = known.get(name);
            if (option == null) {
                throw new UsageException(unknown(command, name));
            }
            String value = equals < 0 ? null : word.substring(equals + 1);
            if (option.value() != null && value == null) {
                i++;
                value = i < typed.size() ? typed.get(i) : null;
            }
            put(options, option, value);
        }
        return new Arguments(words, options, settings);
    }

    /** The plain words, in their order. */
    public List<String> words() {
        return words;
    }

    public boolean has(String option) {
        return options.containsKey(option);
    }

    public @Nullable String value(String option) {
        List<String> values = options.get(option);
        return values == null ? null : values.get(0);
    }

    public String value(String option, String otherwise) {
        String value = value(option);
        return value == null ? otherwise : value;
    }

    /** All values of an option that may be given several times. */
    public List<String> values(String option) {
        return options.getOrDefault(option, List.of());
    }

    /** An option given several times as {@code key=value}, in the order given. */
    public Map<String, String> pairs(String option) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : values(option)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new UsageException("--" + option + " " + pair + ": skriv namn=värde. Write name=value.");
            }
            pairs.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return pairs;
    }

    /** Settings that go to the service as they are. */
    List<String> settings() {
        return settings;
    }

    private static void put(Map<String, List<String>> options, Option option, @Nullable String value) {
        if (option.value() != null && value == null) {
            throw new UsageException("--" + option.name() + " saknar värde. Needs a value: " + option.value());
        }
        if (option.value() == null && value != null) {
            throw new UsageException("--" + option.name() + " tar inget värde. Takes no value.");
        }
        List<String> values = options.computeIfAbsent(option.name(), name -> new ArrayList<>());
        if (!values.isEmpty() && !option.repeatable()) {
            throw new UsageException("--" + option.name() + " gavs två gånger. Was given twice.");
        }
        values.add(value == null ? "" : value);
    }

    private static String unknown(Command command, String name) {
        String known =
                command.options().stream().map(option -> "--" + option.name()).collect(Collectors.joining(", "));
        return "Okänt val --" + name + " för " + command.name() + ". Unknown option. "
                + (known.isEmpty() ? "Inga val finns. There are none." : "Kända/known: " + known);
    }
}
