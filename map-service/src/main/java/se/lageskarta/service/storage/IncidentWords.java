package se.lageskarta.service.storage;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

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
     * Gives the incidents of some words another type.
     *
     * @param words as the source writes them
     * @return how many incidents have another type now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int retype(Collection<String> words, String code) {
        if (words.isEmpty()) {
            return 0;
        }
        jdbc.sql("update dataset set revision = revision + 1 where id in (select distinct r.dataset_id" + VISIBLE
                        + " and f.source_type in (:words) and f.type <> :code)")
                .param("words", words)
                .param("code", code)
                .update();
        return jdbc.sql("update incident set type = :code where source_type in (:words) and type <> :code")
                .param("words", words)
                .param("code", code)
                .update();
    }
}
