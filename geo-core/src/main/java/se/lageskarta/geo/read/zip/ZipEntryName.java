package se.lageskarta.geo.read.zip;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Names in a zip file: those that could lead out of a folder, deceive, or not be written anywhere are refused. */
final class ZipEntryName {
    private static final int LONGEST = 250;
    private static final int MAX_FOLDERS = 12;
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");
    private static final Pattern LITTER =
            Pattern.compile("(.*/)?(__macosx/.*|\\.[^/]*|thumbs\\.db|desktop\\.ini)", Pattern.DOTALL);
    // the alphabet of zip files that do not say UTF-8; Windows in Sweden writes its DOS code page
    private static final Charset DOS = Charset.forName("IBM850");

    private ZipEntryName() {}

    /**
     * The name as letters.
     *
     * @throws RefusedZipException when it is no name for a file below a folder
     */
    static String of(byte[] bytes, boolean saidToBeUtf8) throws RefusedZipException {
        String name = letters(bytes, saidToBeUtf8);
        if (name.isEmpty() || name.length() > LONGEST || !staysInside(name) || hasControl(name)) {
            throw refused(name);
        }
        return name;
    }

    /** True for what operating systems leave behind: nobody meant to send it. */
    static boolean isLitter(String name) {
        return LITTER.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean staysInside(String name) {
        if (name.startsWith("/")
                || name.indexOf('\\') >= 0
                || DRIVE.matcher(name).matches()) {
            return false;
        }
        String[] parts = name.split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean folderMark = i == parts.length - 1 && i > 0;
            if (parts[i].equals("..") || parts[i].equals(".") || (parts[i].isEmpty() && !folderMark)) {
                return false;
            }
        }
        return parts.length <= MAX_FOLDERS;
    }

    private static boolean hasControl(String name) {
        return name.chars().anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }

    private static String letters(byte[] bytes, boolean saidToBeUtf8) throws RefusedZipException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            String asDos = new String(bytes, DOS);
            if (saidToBeUtf8) {
                throw refused(asDos);
            }
            return asDos;
        }
    }

    private static RefusedZipException refused(String name) {
        String shown = name.length() > 80 ? name.substring(0, 80) + "…" : name;
        return new RefusedZipException("file.zip-name", Map.of("name", shown.replaceAll("\\p{Cntrl}", " ")));
    }
}
