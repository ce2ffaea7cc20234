package se.lageskarta.service.catalogue;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the words of sources mean here; they go before those that come with the product. */
@Repository
class OwnWords {
    private final JdbcClient jdbc;

    OwnWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What one word means.
     *
     * @param folded the word as it is compared
     * @param word as it was written
     * @param code of a type; empty when nothing is said about the word here any more
     * @param version how many times it has been saved, from 1
     */
    record OwnWord(String folded, String word, String code, long version) {}

    /** By word; those about which nothing is said any more too. */
    List<OwnWord> all() {
        return jdbc.sql("select folded, word, code, version from own_word order by word")
                .query((row, number) ->
                        new OwnWord(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)))
                .list();
    }

    /** As {@link OwnTypes#save}. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean save(OwnWord word) {
        String sql = word.version == 1
                ? "insert into own_word (folded, word, code, version) values (:folded, :word, :code, :version)"
                : "update own_word set word = :word, code = :code, version = :version where folded = :folded"
                        + " and version = :version - 1";
        return jdbc.sql(sql)
                        .param("folded", word.folded)
                        .param("word", word.word)
                        .param("code", word.code)
                        .param("version", word.version)
                        .update()
                == 1;
    }
}
