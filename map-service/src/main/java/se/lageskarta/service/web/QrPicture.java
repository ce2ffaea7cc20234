package se.lageskarta.service.web;

import io.nayuki.qrcodegen.QrCode;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as a QR code (ISO/IEC 18004), medium error correction: still read with some 15 % of it dirty.
 *
 * @param rows one text a row, {@code 1} for a dark square; a quiet edge of four squares is the reader's to add
 */
public record QrPicture(List<String> rows) {
    public QrPicture {
        rows = List.copyOf(rows);
    }

    public static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        List<String> rows = new ArrayList<>();
        for (int y = 0; y < code.size; y++) {
            StringBuilder row = new StringBuilder(code.size);
            for (int x = 0; x < code.size; x++) {
                row.append(code.getModule(x, y) ? '1' : '0');
            }
            rows.add(row.toString());
        }
        return new QrPicture(rows);
    }
}
