package se.lageskarta.service.storage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.lageskarta.geo.read.DatedCode;

/** The words that sources use for types, as the visible incidents have them. */
@Repository
public class IncidentWords {
    private static final String VISIBLE =
            " from incident f join import_run r on r.id = f.import_id" + " where r.state = 'complete'";

    private final JdbcClient jdbc;

    IncidentWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How a word is used.
     *
     * @param word as the source writes it, not empty
     * @param code the type that its incidents have now
     * @param incidents how many there are
     */
    public record Use(String word, String code, long incidents) {}

    /** Every word with the types it has been given; reads all incidents once. */
    public List<Use> all() {
        return jdbc.sql(
                        "select f.source_type, f.type, count(*)" + VISIBLE
                                + " and f.source_type <> '' group by f.source_type, f.type order by count(*) desc, f.source_type")
                .query((row, number) -> new Use(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    /**
     * How many visible incidents of each word happened when the word meant nothing.
     *
     * @param periods of each word, as the source writes it, that means something during some time only
     * @return words of which there are any
     */
    public Map<String, Long> outside(Map<String, List<DatedCode>> periods) {
        if (periods.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> values = new HashMap<>();
        List<String> ofEach = new ArrayList<>();
        periods.forEach((word, meanings) -> {
            String name = "w" + values.size();
            values.put(name, word);
            ofEach.add("(f.source_type = :" + name + " and not ("
                    + meanings.stream()
                            .map(meaning -> WordPeriods.during(meaning, values))
                            .collect(Collectors.joining(" or "))
                    + "))");
        });
        Map<String, Long> found = new HashMap<>();
        jdbc.sql("select f.source_type, count(*)" + VISIBLE + " and f.from_minute is not null and ("
                        + String.join(" or ", ofEach) + ") group by f.source_type")
                .params(values)
                .query(row -> {
                    found.put(row.getString(1), row.getLong(2));
                });
        return found;
    }

    /**
     * Gives the incidents of some words another type.
     *
     * @param words as the source writes them
     * @param meanings what the words mean from now on; an incident whose time is not known gets the newest
     * @param otherwise the type of incidents that happened when no meaning holds
     * @return how many incidents have another type now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int retype(Collection<String> words, List<DatedCode> meanings, String otherwise) {
        if (words.isEmpty()) {
            return 0;
        }
        Map<String, Object> values = new HashMap<>(Map.of("words", words));
        String wanted = WordPeriods.code(meanings, otherwise, values);
        jdbc.sql("update dataset set revision = revision + 1 where id in (select distinct r.dataset_id" + VISIBLE
                        + " and f.source_type in (:words) and f.type <> " + wanted + ")")
                .params(values)
                .update();
        return jdbc.sql("update incident set type = " + wanted + " where source_type in (:words) and type <> " + wanted)
                .params(values)
                .update();
    }
}
