/**
 * Papers (handlingar): what is printed, sent and filed. A {@link se.lageskarta.service.paper.Paper} is made once by a feature,
 * of headings, texts, tables and pictures with their words, and is written as accessible HTML, PDF (PDF/UA) or DOCX.
 *
 * <p>Knows no feature and asks no database: numbers come with the paper, so all three forms hold the same.
 */
@NullMarked
package se.lageskarta.service.paper;

import org.jspecify.annotations.NullMarked;
