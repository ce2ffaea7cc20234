package se.lageskarta.service.waves;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import se.lageskarta.service.web.Parameters;

/**
 * Somebody who answers one wave, as a number: HMAC-SHA-256 of a random word that the person's page keeps, under the
 * wave's salt. The word is never stored, and the same page has another number in the next wave.
 *
 * @param number positive, odd
 */
record Respondent(long number) {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{22,64}");

    /**
     * @param word 22 to 64 characters of base64url: at least 128 random bits
     * @throws se.lageskarta.service.web.RefusedRequestException when it is anything else
     */
    static Respondent of(String word, String salt) {
        if (!WORD.matcher(word).matches()) {
            throw Parameters.refused("respondent", "", "survey.respondent");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] hash = mac.doFinal(word.getBytes(StandardCharsets.UTF_8));
            return new Respondent(ByteBuffer.wrap(hash).getLong() & Long.MAX_VALUE | 1);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
