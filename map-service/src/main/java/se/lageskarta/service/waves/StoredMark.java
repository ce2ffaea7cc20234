package se.lageskarta.service.waves;

import java.time.LocalDate;

/**
 * A mark with what the service knows of it.
 *
 * @param id number within the installation, rising
 * @param waveId its wave
 * @param respondent who
 * @param key what the person's page calls it, so that sending it again changes nothing
 * @param mark what was marked
 * @param wordsState how far its words have come
 * @param wordsMasked kinds of personal data that were masked, between blanks
 * @param wordsVersion rises with each decision about the words, from 1
 * @param markedOn Swedish day
 */
record StoredMark(
        long id,
        long waveId,
        long respondent,
        String key,
        Mark mark,
        WordsState wordsState,
        String wordsMasked,
        long wordsVersion,
        LocalDate markedOn) {}
