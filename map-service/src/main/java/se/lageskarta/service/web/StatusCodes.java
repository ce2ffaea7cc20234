package se.lageskarta.service.web;

/** The problem code of an answer of which only the HTTP status is known. */
final class StatusCodes {
    private StatusCodes() {}

    static String code(int status) {
        return switch (status) {
            case 401 -> "unauthenticated";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "too-large";
            case 415 -> "unsupported-media-type";
            case 429 -> "too-many-attempts";
            default -> status >= 500 ? "internal" : "bad-request";
        };
    }
}
