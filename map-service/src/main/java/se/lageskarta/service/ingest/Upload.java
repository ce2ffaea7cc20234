package se.lageskarta.service.ingest;

import java.time.Instant;

/**
 * A file that waits to be looked at and read in.
 *
 * @param id random, so that it cannot be guessed
 * @param account user name of whoever sent it; nobody else may know of it
 * @param fileName as it was called where it came from
 * @param bytes its length
 * @param shape of files that are laid out alike, as it was recognised
 */
record Upload(String id, String account, String fileName, long bytes, String shape, Instant receivedAt) {
    private static final int LONGEST_NAME = 200;

    Upload {
        fileName = fileName.length() <= LONGEST_NAME ? fileName : fileName.substring(fileName.length() - LONGEST_NAME);
    }
}
