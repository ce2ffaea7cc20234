package se.lageskarta.service.ingest;

/** A form with texts and perhaps a file, as a browser sends it. */
final class MultipartForm {
    private static final String BOUNDARY = "lageskarta-test";
    static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private MultipartForm() {}

    /** @param fields names and values in turn */
    static String withFile(String fileName, String content, String... fields) {
        return texts(fields) + "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + BOUNDARY
                + "--\r\n";
    }

    static String ofTexts(String... fields) {
        return texts(fields) + "--" + BOUNDARY + "--\r\n";
    }

    private static String texts(String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + fields[i] + "\"\r\n"
                    + "Content-Type: text/plain;charset=UTF-8\r\n\r\n" + fields[i + 1] + "\r\n");
        }
        return body.toString();
    }
}
