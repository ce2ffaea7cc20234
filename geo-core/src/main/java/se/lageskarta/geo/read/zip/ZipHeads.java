package se.lageskarta.geo.read.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import se.lageskarta.geo.read.zip.ZipDirectory.Entry;

/** The two heads of an entry, in the directory and before its bytes, which must say the same. */
final class ZipHeads {
    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final int DIRECTORY_HEAD = 46;
    private static final int LOCAL_HEAD = 30;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    private static final int SIZES_FOLLOW = 1 << 3;
    private static final int UTF_8 = 1 << 11;
    private static final int AES = 99;
    private static final long IN_EXTRA = 0xFFFFFFFFL;
    private static final int ZIP64_EXTRA = 1;
    private static final Set<Integer> MADE_ON_UNIX = Set.of(3, 19);
    private static final int FILE_TYPE = 0xF000;
    private static final int PLAIN_FILE = 0x8000;
    private static final int FOLDER = 0x4000;

    private ZipHeads() {}

    /** Reads the directory's next entry and compares it with the entry's own head. */
    static Entry entry(FileChannel channel, ByteBuffer directory, long directoryOffset) throws IOException {
        if (!ZipDirectory.isEntry(directory)) {
            throw RefusedZipException.broken();
        }
        ByteBuffer head = take(directory, DIRECTORY_HEAD);
        int flags = unsigned(head, 8);
        int method = unsigned(head, 10);
        byte[] rawName = new byte[unsigned(head, 28)];
        int extraLength = unsigned(head, 30);
        int commentLength = unsigned(head, 32);
        if (directory.remaining() < rawName.length + extraLength + commentLength) {
            throw RefusedZipException.broken();
        }
        directory.get(rawName);
        ByteBuffer extra = take(directory, extraLength);
        directory.position(directory.position() + commentLength);
        String name = ZipEntryName.of(rawName, (flags & UTF_8) != 0);
        refuseKind(name, flags, method, unsigned(head, 4) >> 8, head.getInt(38) >>> 16);
        Sizes sizes = Sizes.of(unsignedInt(head, 24), unsignedInt(head, 20), unsignedInt(head, 42), extra);
        Entry said =
                new Entry(name, sizes.size(), sizes.packedSize(), unsignedInt(head, 16), method, sizes.headOffset(), 0);
        return withLocalHead(channel, said, flags, rawName, directoryOffset);
    }

    private static void refuseKind(String name, int flags, int method, int madeOn, int mode)
            throws RefusedZipException {
        if ((flags & ENCRYPTED) != 0 || method == AES) {
            throw new RefusedZipException("file.zip-encrypted");
        }
        if (method != STORED && method != DEFLATED) {
            throw new RefusedZipException("file.zip-method", Map.of("method", method));
        }
        int type = mode & FILE_TYPE;
        if (MADE_ON_UNIX.contains(madeOn) && type != 0 && type != PLAIN_FILE && type != FOLDER) {
            throw new RefusedZipException("file.zip-link", Map.of("name", name));
        }
    }

    private static Entry withLocalHead(FileChannel channel, Entry said, int flags, byte[] rawName, long directoryOffset)
            throws IOException {
        if (said.headOffset() + LOCAL_HEAD > directoryOffset) {
            throw RefusedZipException.broken();
        }
        ByteBuffer head = ZipDirectory.bytes(channel, said.headOffset(), LOCAL_HEAD);
        int localFlags = unsigned(head, 6);
        if ((localFlags & ENCRYPTED) != 0) {
            throw new RefusedZipException("file.zip-encrypted");
        }
        byte[] localName = new byte[unsigned(head, 26)];
        int extraLength = unsigned(head, 28);
        long dataOffset = said.headOffset() + LOCAL_HEAD + localName.length + extraLength;
        boolean agrees = head.getInt(0) == LOCAL_SIGNATURE
                && unsigned(head, 8) == said.method()
                && (localFlags & SIZES_FOLLOW) == (flags & SIZES_FOLLOW)
                && dataOffset + said.packedSize() <= directoryOffset
                && (said.method() == DEFLATED || said.size() == said.packedSize());
        if (!agrees) {
            throw RefusedZipException.broken();
        }
        ZipDirectory.bytes(channel, said.headOffset() + LOCAL_HEAD, localName.length)
                .get(localName);
        if (!Arrays.equals(localName, rawName)) {
            throw RefusedZipException.broken();
        }
        ByteBuffer extra = ZipDirectory.bytes(channel, dataOffset - extraLength, extraLength);
        if ((localFlags & SIZES_FOLLOW) == 0 && !saysTheSame(head, extra, said)) {
            throw RefusedZipException.broken();
        }
        return new Entry(
                said.name(), said.size(), said.packedSize(), said.crc(), said.method(), said.headOffset(), dataOffset);
    }

    private static boolean saysTheSame(ByteBuffer head, ByteBuffer extra, Entry said) throws RefusedZipException {
        Sizes local = Sizes.of(unsignedInt(head, 22), unsignedInt(head, 18), said.headOffset(), extra);
        return local.size() == said.size()
                && local.packedSize() == said.packedSize()
                && unsignedInt(head, 14) == said.crc();
    }

    private static ByteBuffer take(ByteBuffer from, int length) {
        ByteBuffer taken = from.slice(from.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        from.position(from.position() + length);
        return taken;
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    private static long unsignedInt(ByteBuffer bytes, int at) {
        return Integer.toUnsignedLong(bytes.getInt(at));
    }

    /** Sizes as the head says them, or as its Zip64 field does where the head says that it does. */
    private record Sizes(long size, long packedSize, long headOffset) {
        static Sizes of(long size, long packedSize, long headOffset, ByteBuffer extra) throws RefusedZipException {
            if (size != IN_EXTRA && packedSize != IN_EXTRA && headOffset != IN_EXTRA) {
                return new Sizes(size, packedSize, headOffset);
            }
            ByteBuffer long64 = zip64(extra);
            Sizes sizes = new Sizes(next(size, long64), next(packedSize, long64), next(headOffset, long64));
            // what is negative or would overflow when added is larger than any file
            boolean possible = (sizes.size | sizes.packedSize | sizes.headOffset) >>> 60 == 0;
            if (!possible) {
                throw RefusedZipException.broken();
            }
            return sizes;
        }

        private static long next(long said, ByteBuffer long64) throws RefusedZipException {
            if (said != IN_EXTRA) {
                return said;
            }
            if (long64.remaining() < Long.BYTES) {
                throw RefusedZipException.broken();
            }
            return long64.getLong();
        }

        private static ByteBuffer zip64(ByteBuffer extra) throws RefusedZipException {
            while (extra.remaining() >= 4) {
                int id = Short.toUnsignedInt(extra.getShort());
                int length = Short.toUnsignedInt(extra.getShort());
                if (length > extra.remaining()) {
                    break;
                }
                if (id == ZIP64_EXTRA) {
                    return take(extra, length);
                }
                extra.position(extra.position() + length);
            }
            throw RefusedZipException.broken();
        }
    }
}
