package se.lageskarta.service.publicpage;

/**
 * A file that everybody may read.
 *
 * @param bytes the whole file
 * @param mediaType what it is, such as {@code text/html;charset=UTF-8}
 */
public record PublicFile(byte[] bytes, String mediaType) {}
