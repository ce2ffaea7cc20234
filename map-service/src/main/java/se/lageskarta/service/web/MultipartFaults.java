package se.lageskarta.service.web;

/** Tells a multipart request that is too large, or finds no room here, from one that is malformed. */
final class MultipartFaults {
    private MultipartFaults() {}

    static boolean isAboutSize(Throwable broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            String name = cause.getClass().getSimpleName();
            if (name.contains("SizeLimit") || name.contains("SizeException") || name.contains("CountLimit")) {
                return true;
            }
        }
        return false;
    }

    /** True when there is no room on the disk for what was sent. */
    static boolean isAboutRoom(Throwable broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("No space left")) {
                return true;
            }
        }
        return false;
    }
}
