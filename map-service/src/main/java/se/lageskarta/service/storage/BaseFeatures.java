package se.lageskarta.service.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The features of the background map, found by layer and box through the database's spatial index. */
@Repository
public class BaseFeatures {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcTemplate template;
    private final TransactionOperations transactions;
    private final Vendor vendor;

    BaseFeatures(JdbcTemplate template, TransactionOperations transactions, DataSource database) {
        this.template = template;
        this.transactions = transactions;
        vendor = Vendor.of(database);
    }

    /**
     * Writes features of a running import, in one transaction. For a long file call it every some thousand rows.
     *
     * @throws ImportEndedException when the import was cancelled or failed meanwhile
     */
    public void add(long importId, List<BaseFeature> features) {
        if (features.isEmpty()) {
            return;
        }
        transactions.executeWithoutResult(status -> template.execute((ConnectionCallback<Boolean>) connection -> {
            write(connection, importId, features);
            return true;
        }));
    }

    /** The visible features of some layers whose box meets the box given, the oldest first. */
    public List<BaseFeature> within(Bounds bounds, Set<BaseRole> roles) {
        return roles.isEmpty() ? List.of() : query("f.shape && " + vendor.boxParameter(), bounds, roles);
    }

    /** All visible features of some layers, the oldest first. */
    public List<BaseFeature> of(Set<BaseRole> roles) {
        return roles.isEmpty() ? List.of() : query("1 = 1", null, roles);
    }

    /** The layers that have visible features. */
    public Set<BaseRole> roles() {
        List<String> codes = template.queryForList(
                "select distinct f.role from base_feature f join import_run r on r.id = f.import_id"
                        + " where r.state = 'complete'",
                String.class);
        return codes.stream().map(BaseRole::of).collect(Collectors.toCollection(() -> EnumSet.noneOf(BaseRole.class)));
    }

    private List<BaseFeature> query(
            String where, @org.jspecify.annotations.Nullable Bounds bounds, Collection<BaseRole> roles) {
        // H2 would take the index on roles before the one on places, and read every house of the town for one tile
        String role = bounds == null ? "f.role" : "concat(f.role, '')";
        String marks = roles.stream().map(any -> "?").collect(Collectors.joining(", "));
        List<Object> arguments = new ArrayList<>();
        Ewkb ewkb = new Ewkb();
        if (bounds != null) {
            arguments.add(ewkb.box(bounds));
        }
        roles.forEach(wanted -> arguments.add(wanted.code()));
        return template.query(
                "select f.role, f.kind, f.name, f.attributes, " + vendor.geometryBytes("f.shape")
                        + " from base_feature f join import_run r on r.id = f.import_id where " + where
                        + " and " + role + " in (" + marks + ") and r.state = 'complete' order by f.id",
                (row, number) -> feature(row, ewkb),
                arguments.toArray());
    }

    private static BaseFeature feature(ResultSet row, Ewkb ewkb) throws SQLException {
        return new BaseFeature(
                BaseRole.of(row.getString(1)),
                row.getString(2),
                row.getString(3),
                ewkb.read(row.getBytes(5)),
                JSON.readValue(row.getString(4), TEXTS));
    }

    private void write(Connection connection, long importId, List<BaseFeature> features) throws SQLException {
        Ewkb ewkb = new Ewkb();
        long id = FactNumbers.take(connection, FactTable.BASE_FEATURE, importId, features.size());
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into base_feature (id, import_id, role, kind, name, attributes, shape)"
                        + " values (?, ?, ?, ?, ?, ?, " + vendor.geometryParameter() + ")")) {
            for (BaseFeature feature : features) {
                insert.setLong(1, id++);
                insert.setLong(2, importId);
                insert.setString(3, feature.role().code());
                insert.setString(4, feature.kind());
                insert.setString(5, feature.name());
                insert.setString(6, JSON.writeValueAsString(feature.attributes()));
                insert.setBytes(7, ewkb.shape(feature.geometry()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
