package se.lageskarta.service.web;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells that the database did not answer, wherever on a request's way it was asked. */
final class DatabaseAway {
    /** Seconds after which asking again makes sense: as long as a restart of the database takes. */
    static final String RETRY_AFTER = "3";

    private DatabaseAway() {}

    static boolean is(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException) {
                return true;
            }
        }
        return false;
    }
}
