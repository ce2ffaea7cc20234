package se.lageskarta.service.photos;

import java.time.Instant;

/**
 * What is known of a kept picture without its bytes.
 *
 * @param id number within the installation
 * @param subject what kind of thing it belongs to, such as {@code report}
 * @param subjectId that thing's number
 * @param width pixels
 * @param height pixels
 * @param bytes size of the picture
 * @param sentAt when it came
 * @param sentBy the account that sent it
 */
public record Photo(
        long id, String subject, long subjectId, int width, int height, int bytes, Instant sentAt, String sentBy) {}
