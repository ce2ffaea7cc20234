package se.lageskarta.geo.read.zip;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What lies in a zip file, known to be harmless before anything is unpacked.
 *
 * <p>Refused are: more than {@value #MAX_ENTRIES} entries; more than a gigabyte unpacked, or more than
 * {@value #MAX_RATIO} times its packed size after the first megabyte; names that lead out of the folder (see
 * {@link ZipEntryName}), links, the same name twice; anything encrypted; packing other than deflate; bytes before or
 * between the entries; entries that share bytes; and any disagreement between the directory at the end and the entry's
 * own head. A library that unpacks trusts one of these two, and two libraries may trust different ones: that is why
 * the directory is read here and not left to one. Reading an entry counts what comes out and compares size and
 * checksum at the end.
 *
 * <p>Memory is a megabyte at most, whatever the file says. Not for several threads.
 *
 * <p>Source: PKWARE APPNOTE 6.3.10. Known limits: directories in the Zip64 form are refused (they are for more than
 * 65,535 entries or four gigabytes), Zip64 sizes of entries are understood.
 */
public final class ZipDirectory implements Closeable {
    /** A shapefile has four to ten files, a large workbook some dozens. */
    public static final int MAX_ENTRIES = 100;
    /** The same gigabyte as for every other packed file. */
    public static final long MAX_UNPACKED_BYTES = 1L << 30;
    /** Real workbooks pack up to some 1:142. */
    public static final long MAX_RATIO = 200;
    /** The ratio says nothing about the first megabyte. */
    static final long RATIO_AFTER_BYTES = 1L << 20;

    private static final int END_BYTES = 22;
    private static final int MAX_COMMENT = 0xFFFF;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    // every entry with a name and extra field of some kilobytes
    private static final int MAX_DIRECTORY_BYTES = 1 << 20;

    private final FileChannel channel;
    private final List<Entry> entries;

    private ZipDirectory(FileChannel channel, List<Entry> entries) {
        this.channel = channel;
        this.entries = entries;
    }

    /**
     * One file in the zip.
     *
     * @param name with its folders, separated by {@code /}
     * @param size unpacked, bytes
     * @param packedSize bytes
     */
    public record Entry(
            String name, long size, long packedSize, long crc, int method, long headOffset, long dataOffset) {
        /** The name without its folders. */
        public String fileName() {
            return name.substring(name.lastIndexOf('/') + 1);
        }

        /** The part of the name after its last dot, in small letters; empty when there is none. */
        public String ending() {
            String file = fileName();
            int dot = file.lastIndexOf('.');
            return dot < 0 ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT);
        }

        boolean isFolder() {
            return name.endsWith("/");
        }
    }

    /**
     * Opens a zip file and looks through its directory.
     *
     * @throws RefusedZipException when it is broken, hostile or beyond the limits
     * @throws IOException when it cannot be reached
     */
    public static ZipDirectory open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new ZipDirectory(channel, List.copyOf(checked(channel)));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The files in it, in the order of the directory; without folders and without what operating systems leave. */
    public List<Entry> entries() {
        return entries.stream()
                .filter(entry -> !entry.isFolder() && !ZipEntryName.isLitter(entry.name()))
                .toList();
    }

    /** Every file in it, also those that {@link #entries()} leaves out. */
    public List<Entry> everything() {
        return entries.stream().filter(entry -> !entry.isFolder()).toList();
    }

    /** The file of this name, capital or small letters alike; null when there is none. */
    public @Nullable Entry find(String name) {
        for (Entry entry : entries) {
            if (entry.name().equalsIgnoreCase(name) && !entry.isFolder()) {
                return entry;
            }
        }
        return null;
    }

    /**
     * The unpacked bytes of a file. Several may be open at once; each stream throws {@link RefusedZipException} as soon
     * as the bytes are not what the directory says.
     */
    public InputStream open(Entry entry) throws IOException {
        return ZipEntryStream.of(channel, entry);
    }

    /**
     * Refuses packed files inside this one, by their names: what is packed twice is not unpacked twice.
     *
     * @throws RefusedZipException when there is one
     */
    public void refuseNested() throws RefusedZipException {
        Set<String> packed = Set.of(
                "zip", "gz", "tgz", "bz2", "xz", "7z", "rar", "tar", "jar", "kmz", "xlsx", "xlsm", "docx", "ods");
        for (Entry entry : entries()) {
            if (packed.contains(entry.ending())) {
                throw new RefusedZipException("file.nested", Map.of("name", entry.fileName()));
            }
        }
    }

    /** Bytes of the zip file itself that lie before this entry's end: how far one has come. */
    public long bytesUpTo(Entry entry) {
        return entry.dataOffset() + entry.packedSize();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static List<Entry> checked(FileChannel channel) throws IOException {
        End end = End.find(channel);
        if (end.count() > MAX_ENTRIES) {
            throw new RefusedZipException("file.zip-entries", Map.of("limit", MAX_ENTRIES));
        }
        if (end.count() == 0) {
            throw new RefusedZipException("file.zip-empty");
        }
        if (end.size() > MAX_DIRECTORY_BYTES) {
            throw RefusedZipException.broken();
        }
        ByteBuffer directory = bytes(channel, end.offset(), (int) end.size());
        List<Entry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long unpacked = 0;
        for (int i = 0; i < end.count(); i++) {
            Entry entry = ZipHeads.entry(channel, directory, end.offset());
            if (!names.add(entry.name().toLowerCase(Locale.ROOT))) {
                throw new RefusedZipException("file.zip-name", Map.of("name", entry.name()));
            }
            unpacked += entry.size();
            refuseTooWellPacked(entry, unpacked);
            entries.add(entry);
        }
        if (directory.hasRemaining()) {
            throw RefusedZipException.broken();
        }
        refuseGapsAndOverlaps(entries);
        return entries;
    }

    private static void refuseTooWellPacked(Entry entry, long unpackedSoFar) throws RefusedZipException {
        if (entry.size() > MAX_UNPACKED_BYTES || unpackedSoFar > MAX_UNPACKED_BYTES) {
            throw new RefusedZipException("file.too-large", Map.of("limit", MAX_UNPACKED_BYTES));
        }
        if (entry.size() > RATIO_AFTER_BYTES && entry.size() / Math.max(1, entry.packedSize()) > MAX_RATIO) {
            throw new RefusedZipException("file.zip-ratio", Map.of("limit", MAX_RATIO));
        }
    }

    /** Nothing may lie before the first entry, and no byte may belong to two. */
    private static void refuseGapsAndOverlaps(List<Entry> entries) throws RefusedZipException {
        List<Entry> inOrder = new ArrayList<>(entries);
        inOrder.sort(Comparator.comparingLong(Entry::headOffset));
        if (inOrder.get(0).headOffset() != 0) {
            throw RefusedZipException.broken();
        }
        for (int i = 1; i < inOrder.size(); i++) {
            Entry before = inOrder.get(i - 1);
            if (before.dataOffset() + before.packedSize() > inOrder.get(i).headOffset()) {
                throw RefusedZipException.broken();
            }
        }
    }

    /** @throws RefusedZipException when the file ends before them */
    static ByteBuffer bytes(FileChannel channel, long offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, offset + buffer.position());
            if (read < 0) {
                throw RefusedZipException.broken();
            }
        }
        return buffer.flip();
    }

    /** The end of the directory: where it is and how many entries it has. */
    private record End(int count, long offset, long size) {
        static End find(FileChannel channel) throws IOException {
            long fileSize = channel.size();
            if (fileSize < END_BYTES) {
                throw RefusedZipException.broken();
            }
            int tail = (int) Math.min(fileSize, END_BYTES + MAX_COMMENT);
            ByteBuffer bytes = bytes(channel, fileSize - tail, tail);
            for (int at = tail - END_BYTES; at >= 0; at--) {
                boolean reachesTheEnd = at + END_BYTES + Short.toUnsignedInt(bytes.getShort(at + 20)) == tail;
                End end =
                        bytes.getInt(at) == END_SIGNATURE && reachesTheEnd ? of(bytes, at, fileSize - tail + at) : null;
                if (end != null) {
                    return end;
                }
            }
            throw RefusedZipException.broken();
        }

        /** Null when these bytes cannot be one: a comment may hold anything. */
        private static @Nullable End of(ByteBuffer bytes, int at, long endOffset) {
            int disks = bytes.getShort(at + 4) | bytes.getShort(at + 6);
            int here = Short.toUnsignedInt(bytes.getShort(at + 8));
            int count = Short.toUnsignedInt(bytes.getShort(at + 10));
            long size = Integer.toUnsignedLong(bytes.getInt(at + 12));
            long offset = Integer.toUnsignedLong(bytes.getInt(at + 16));
            boolean fits = offset + size <= endOffset && size >= (long) count * ENTRY_BYTES;
            return disks != 0 || here != count || !fits ? null : new End(count, offset, size);
        }
    }

    /** Signature of an entry in the directory. */
    static boolean isEntry(ByteBuffer directory) {
        return directory.remaining() >= ENTRY_BYTES && directory.getInt(directory.position()) == ENTRY_SIGNATURE;
    }
}
