package se.lageskarta.service.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Sets a page as PDF with its structure tagged (PDF/UA-1, PDF/A-3a). Opens no file and no connection. */
final class PdfWriter {
    private static final String PRODUCER = "Lägeskarta";

    static {
        // a line for each style sheet it has read
        XRLog.setLoggingEnabled(false);
    }

    private final PaperFonts fonts;

    PdfWriter(PaperFonts fonts) {
        this.fonts = fonts;
    }

    byte[] bytes(PaperTree page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = builder(page);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return out.toByteArray();
    }

    /** The same page with the same day gives the same bytes. @param written the day that the file says it was made on */
    byte[] bytes(PaperTree page, LocalDate written) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = builder(page).buildPdfRenderer();
                PDDocument document = renderer.createPDFKeepOpen()) {
            PdfDates.set(document, written);
            document.save(out);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return out.toByteArray();
    }

    private PdfRendererBuilder builder(PaperTree page) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useFont(() -> fonts.file(false), PaperFonts.FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> fonts.file(true), PaperFonts.FAMILY, 700, FontStyle.NORMAL, true);
        builder.useExternalResourceAccessControl(
                (address, type) -> address.startsWith("data:image/png;base64,"),
                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.withProducer(PRODUCER);
        builder.withW3cDocument(page.document(), null);
        return builder;
    }
}
