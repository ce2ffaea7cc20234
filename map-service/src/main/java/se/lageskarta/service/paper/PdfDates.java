package se.lageskarta.service.paper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/** Gives a PDF the day it was made on instead of the moment it was written, so that the same contents are the same bytes. */
final class PdfDates {
    private static final String DATED = "<(xmp:(?:Create|Modify|Metadata)Date)>[^<]*</\\1>";
    private static final String DATED_ATTRIBUTE = "(xmp:(?:Create|Modify|Metadata)Date)=\"[^\"]*\"";

    private PdfDates() {}

    static void set(PDDocument document, LocalDate written) throws IOException {
        GregorianCalendar day = GregorianCalendar.from(written.atStartOfDay(ZoneOffset.UTC));
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCreationDate(day);
        if (information.getModificationDate() != null) {
            information.setModificationDate(day);
        }
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        if (metadata != null) {
            String moment = written + "T00:00:00Z";
            String text;
            try (COSInputStream in = metadata.createInputStream()) {
                text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
            String dated = text.replaceAll(DATED, "<$1>" + moment + "</$1>")
                    .replaceAll(DATED_ATTRIBUTE, "$1=\"" + moment + "\"");
            metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
        }
        document.setDocumentId(written.toEpochDay());
    }
}
