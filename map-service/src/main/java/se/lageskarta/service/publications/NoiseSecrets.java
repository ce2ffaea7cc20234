package se.lageskarta.service.publications;

import java.security.SecureRandom;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the noise of counts is drawn from: chosen when first needed, then the same for ever. */
@Repository
class NoiseSecrets {
    private final JdbcClient jdbc;

    NoiseSecrets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long get() {
        return find().orElseGet(() -> {
            try {
                jdbc.sql("insert into public_noise (id, secret) values (1, :secret)")
                        .param("secret", new SecureRandom().nextLong())
                        .update();
            } catch (DuplicateKeyException somebodyElseWasFirst) {
                // theirs counts
            }
            return find().orElseThrow();
        });
    }

    private java.util.Optional<Long> find() {
        return jdbc.sql("select secret from public_noise where id = 1")
                .query(Long.class)
                .optional();
    }
}
