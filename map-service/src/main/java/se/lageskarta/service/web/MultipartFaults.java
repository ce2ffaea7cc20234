package se.lageskarta.service.web;

/** Tells a multipart request that is too large from one that is malformed. */
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
}
