package se.lageskarta.service.register;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Opens registers. */
@Component
public class Registers {
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final JsonMapper json;

    Registers(JdbcClient jdbc, TransactionOperations transactions, Clock clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.json = json;
    }

    /**
     * The register of a name.
     *
     * @param name such as {@code cause}, 1 to 20 characters, never changed once something has been written
     * @param kind a record that Jackson can write and read, and whose constructor refuses what is wrong. Members that come
     *     later must do without a value in what is stored already
     */
    public <T> Register<T> open(String name, Class<T> kind) {
        if (name.isEmpty() || name.length() > Register.MAX_NAME) {
            throw new IllegalArgumentException(
                    "name is \"" + name + "\", but must be 1 to " + Register.MAX_NAME + " characters");
        }
        return new Register<>(name, kind, jdbc, transactions, clock, json);
    }
}
