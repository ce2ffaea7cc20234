package se.lageskarta.service.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.lageskarta.geo.read.DatedCode;

/** What the words of sources mean here; they go before those that come with the product. */
@Repository
class OwnWords {
    private final JdbcClient jdbc;

    OwnWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By word; those about which nothing is said any more too. Two readings, of one state inside a transaction only. */
    List<OwnWord> all() {
        Map<String, List<DatedCode>> periods = new HashMap<>();
        jdbc.sql("select folded, code, first_day, last_day from own_word_period order by folded, number")
                .query(row -> {
                    periods.computeIfAbsent(row.getString(1), folded -> new ArrayList<>())
                            .add(new DatedCode(
                                    row.getString(2),
                                    row.getObject(3, LocalDate.class),
                                    row.getObject(4, LocalDate.class)));
                });
        return jdbc.sql("select folded, word, code, version from own_word order by word")
                .query((row, number) -> new OwnWord(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(3).isEmpty() ? periods.getOrDefault(row.getString(1), List.of()) : List.of(),
                        row.getLong(4)))
                .list();
    }

    Optional<OwnWord> find(String folded) {
        return all().stream().filter(word -> word.folded().equals(folded)).findFirst();
    }

    /** As {@link OwnTypes#save}. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean save(OwnWord word) {
        String sql = word.version() == 1
                ? "insert into own_word (folded, word, code, version) values (:folded, :word, :code, :version)"
                : "update own_word set word = :word, code = :code, version = :version where folded = :folded"
                        + " and version = :version - 1";
        boolean saved = jdbc.sql(sql)
                        .param("folded", word.folded())
                        .param("word", word.word())
                        .param("code", word.code())
                        .param("version", word.version())
                        .update()
                == 1;
        if (saved) {
            savePeriods(word);
        }
        return saved;
    }

    private void savePeriods(OwnWord word) {
        jdbc.sql("delete from own_word_period where folded = :folded")
                .param("folded", word.folded())
                .update();
        for (int i = 0; i < word.periods().size(); i++) {
            DatedCode period = word.periods().get(i);
            jdbc.sql("insert into own_word_period (folded, number, code, first_day, last_day)"
                            + " values (:folded, :number, :code, :first, :last)")
                    .param("folded", word.folded())
                    .param("number", i)
                    .param("code", period.code())
                    .param("first", period.from(), java.sql.Types.DATE)
                    .param("last", period.to(), java.sql.Types.DATE)
                    .update();
        }
    }
}
