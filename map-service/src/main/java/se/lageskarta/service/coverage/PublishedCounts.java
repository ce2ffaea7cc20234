package se.lageskarta.service.coverage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.lageskarta.service.storage.RegisterChanges;

/** The published counts that have been entered: one table, saved as a whole, of which every change is kept. */
@Repository
class PublishedCounts {
    static final String REGISTER = "published-count";

    private final JdbcClient jdbc;
    private final RegisterChanges changes;

    PublishedCounts(JdbcClient jdbc, RegisterChanges changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** By year, quarter and type. */
    List<PublishedCount> all() {
        return jdbc.sql("select type, year_no, quarter, number, source from published_count"
                        + " order by year_no, quarter, type")
                .query((row, number) -> new PublishedCount(
                        row.getString(1), row.getInt(2), row.getInt(3), row.getLong(4), row.getString(5)))
                .list();
    }

    /** How many times the table has been saved. */
    long version() {
        return jdbc.sql("select version from register_version where register = :register")
                .param("register", REGISTER)
                .query(Long.class)
                .single();
    }

    /** What is kept of a count that was entered, changed or taken out. */
    private record Kept(@Nullable Long number, @Nullable String source) {}

    /**
     * Replaces the table.
     *
     * @param version of the table that the new one is made from
     * @return false when somebody has saved it since, and nothing was changed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean replace(List<PublishedCount> counts, long version, String who) {
        int mine = jdbc.sql("update register_version set version = version + 1"
                        + " where register = :register and version = :version")
                .param("register", REGISTER)
                .param("version", version)
                .update();
        if (mine == 0) {
            return false;
        }
        Map<String, PublishedCount> before = byItem(all());
        Map<String, PublishedCount> after = byItem(counts);
        TreeSet<String> items = new TreeSet<>(before.keySet());
        items.addAll(after.keySet());
        for (String item : items) {
            PublishedCount old = before.get(item);
            PublishedCount now = after.get(item);
            if (now == null || !now.equals(old)) {
                write(old, now);
                Kept kept = now == null ? new Kept(null, null) : new Kept(now.number(), now.source());
                changes.note(REGISTER, item, version + 1, kept, who);
            }
        }
        return true;
    }

    private void write(@Nullable PublishedCount old, @Nullable PublishedCount now) {
        if (old != null) {
            jdbc.sql("delete from published_count where type = :type and year_no = :year and quarter = :quarter")
                    .param("type", old.type())
                    .param("year", old.year())
                    .param("quarter", old.quarter())
                    .update();
        }
        if (now != null) {
            jdbc.sql("insert into published_count (type, year_no, quarter, number, source)"
                            + " values (:type, :year, :quarter, :number, :source)")
                    .param("type", now.type())
                    .param("year", now.year())
                    .param("quarter", now.quarter())
                    .param("number", now.number())
                    .param("source", now.source())
                    .update();
        }
    }

    private static Map<String, PublishedCount> byItem(List<PublishedCount> counts) {
        Map<String, PublishedCount> byItem = new HashMap<>();
        counts.forEach(count -> byItem.put(count.item(), count));
        return byItem;
    }
}
