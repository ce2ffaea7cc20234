package se.lageskarta.service.photos;

/**
 * The head of a picture file: what it is by its first bytes, and which way up a camera held it. Reads no further than
 * the bytes there are, follows no pointer twice, and takes what it cannot make out for a picture that stands upright.
 */
final class PhotoHead {
    private static final int UPRIGHT = 1;
    private static final int[] PNG = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int ORIENTATION_TAG = 0x0112;
    private static final int ENTRY_BYTES = 12;

    private PhotoHead() {}

    static boolean isJpeg(byte[] file) {
        return file.length > 3 && at(file, 0) == 0xFF && at(file, 1) == 0xD8 && at(file, 2) == 0xFF;
    }

    static boolean isPng(byte[] file) {
        return begins(file, 0, PNG);
    }

    /** False for a JPEG whose picture data never end: it was cut off on its way. A PNG's reader notices by itself. */
    static boolean isWhole(byte[] file) {
        if (!isJpeg(file)) {
            return true;
        }
        for (int i = file.length - 2; i > 2; i--) {
            if (at(file, i) == 0xFF && at(file, i + 1) == END_OF_IMAGE) {
                return true;
            }
        }
        return false;
    }

    /** 1 to 8 as EXIF 2.3 numbers them; 1 for a PNG and whenever nothing sensible is told. */
    static int orientation(byte[] file) {
        if (!isJpeg(file)) {
            return UPRIGHT;
        }
        int i = 2;
        while (i + 4 <= file.length && at(file, i) == 0xFF) {
            int marker = at(file, i + 1);
            int length = at(file, i + 2) << 8 | at(file, i + 3);
            if (marker == START_OF_SCAN || length < 2) {
                return UPRIGHT;
            }
            if (marker == APP1 && begins(file, i + 4, EXIF)) {
                return fromExif(file, i + 4 + EXIF.length, Math.min(file.length, i + 2 + length));
            }
            i += 2 + length;
        }
        return UPRIGHT;
    }

    private static int fromExif(byte[] file, int start, int end) {
        if (start + 8 > end) {
            return UPRIGHT;
        }
        boolean little = at(file, start) == 'I';
        long table = start + number(file, start + 4, 4, little);
        if (table + 2 > end) {
            return UPRIGHT;
        }
        int first = (int) table + 2;
        long entries = number(file, (int) table, 2, little);
        for (int i = 0; i < entries && first + (i + 1) * ENTRY_BYTES <= end; i++) {
            int entry = first + i * ENTRY_BYTES;
            if (number(file, entry, 2, little) == ORIENTATION_TAG) {
                int told = (int) number(file, entry + 8, 2, little);
                return told >= 1 && told <= 8 ? told : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static long number(byte[] file, int from, int bytes, boolean little) {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | at(file, little ? from + bytes - 1 - i : from + i);
        }
        return number;
    }

    private static boolean begins(byte[] file, int from, int[] with) {
        if (from + with.length > file.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if (at(file, from + i) != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static int at(byte[] file, int i) {
        return file[i] & 0xFF;
    }
}
