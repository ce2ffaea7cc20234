package se.lageskarta.service.storage;

import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.transaction.TransactionDefinition;

/** The two databases, and the little that must be said differently to them. */
enum Vendor {
    /** Embedded H2 with H2GIS. */
    H2("?", "cast(? as geometry)", "%s"),
    /** PostgreSQL with PostGIS. */
    POSTGRESQL("ST_GeomFromEWKB(?)", "ST_GeomFromEWKB(?)", "ST_AsEWKB(%s)");

    private final String geometryParameter;
    private final String boxParameter;
    private final String geometryBytes;

    Vendor(String geometryParameter, String boxParameter, String geometryBytes) {
        this.geometryParameter = geometryParameter;
        this.boxParameter = boxParameter;
        this.geometryBytes = geometryBytes;
    }

    static Vendor of(DataSource database) {
        try (var connection = database.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            return product.toLowerCase(Locale.ROOT).startsWith("postgres") ? POSTGRESQL : H2;
        } catch (SQLException failure) {
            throw new IllegalStateException("The database does not tell its name", failure);
        }
    }

    /** How a statement takes a geometry that is bound as EWKB bytes. */
    String geometryParameter() {
        return geometryParameter;
    }

    /** How a condition takes a box that is bound as EWKB bytes. */
    String boxParameter() {
        return boxParameter;
    }

    /**
     * The isolation of Spring's {@code TransactionDefinition} at which every statement sees one moment: H2 has that moment for
     * each table from its first statement about it, and for all of them only at the highest.
     */
    int snapshotIsolation() {
        return this == H2
                ? TransactionDefinition.ISOLATION_SERIALIZABLE
                : TransactionDefinition.ISOLATION_REPEATABLE_READ;
    }

    /** How a geometry column is read as EWKB bytes. */
    String geometryBytes(String column) {
        return geometryBytes.formatted(column);
    }
}
