package se.lageskarta.service.web;

import java.io.EOFException;
import java.io.IOException;

/** Tells a client that went away from a failure of ours. */
final class ClientGone {
    private ClientGone() {}

    static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String name = cause.getClass().getSimpleName();
            if (cause instanceof EOFException || name.equals("ClientAbortException")) {
                return true;
            }
            String message = cause.getMessage();
            if (cause instanceof IOException
                    && message != null
                    && (message.contains("Broken pipe") || message.contains("Connection reset"))) {
                return true;
            }
        }
        return false;
    }
}
