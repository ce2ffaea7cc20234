package se.lageskarta.service.catalogue;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The types that this municipality has added to the taxonomy, or describes otherwise than it. */
@Repository
class OwnTypes {
    private final JdbcClient jdbc;

    OwnTypes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By code. */
    List<IncidentType> all() {
        return jdbc.sql("select code, class, name_sv, name_en, colour, kind, like_type, retired, version from own_type"
                        + " order by code")
                .query((row, number) -> new IncidentType(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        IncidentKind.of(row.getString(6)),
                        row.getString(7),
                        row.getBoolean(8),
                        row.getLong(9)))
                .list();
    }

    Optional<IncidentType> find(String code) {
        return all().stream().filter(type -> type.code().equals(code)).findFirst();
    }

    /** Changes with every save, and stays the same over a restart. */
    long revision() {
        return jdbc.sql("select coalesce(sum(version), 0) from own_type")
                .query(Long.class)
                .single();
    }

    /**
     * Saves a type whose version is one more than that of the state it is made from, 1 for a new one.
     *
     * @return false when somebody has saved it since
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean save(IncidentType type) {
        String sql = type.version() == 1
                ? "insert into own_type (code, class, name_sv, name_en, colour, kind, like_type, retired, version)"
                        + " values (:code, :class, :sv, :en, :colour, :kind, :like, :retired, :version)"
                : "update own_type set class = :class, name_sv = :sv, name_en = :en, colour = :colour, kind = :kind,"
                        + " like_type = :like, retired = :retired, version = :version where code = :code and version = :version - 1";
        return jdbc.sql(sql)
                        .param("code", type.code())
                        .param("class", type.typeClass())
                        .param("sv", type.nameSv())
                        .param("en", type.nameEn())
                        .param("colour", type.colour())
                        .param("kind", type.kind().code())
                        .param("like", type.like())
                        .param("retired", type.retired())
                        .param("version", type.version())
                        .update()
                == 1;
    }
}
