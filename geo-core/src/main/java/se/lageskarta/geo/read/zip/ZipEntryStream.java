package se.lageskarta.geo.read.zip;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import se.lageskarta.geo.read.zip.ZipDirectory.Entry;

/** An entry's unpacked bytes: never more than the directory says, and with its checksum at the end. */
final class ZipEntryStream extends FilterInputStream {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Entry entry;
    private final CRC32 crc = new CRC32();
    private final Inflater inflater;
    private long count;
    private boolean ended;

    private ZipEntryStream(InputStream in, Entry entry, Inflater inflater) {
        super(in);
        this.entry = entry;
        this.inflater = inflater;
    }

    static InputStream of(FileChannel channel, Entry entry) {
        InputStream packed = new Region(channel, entry.dataOffset(), entry.packedSize());
        Inflater inflater = new Inflater(true);
        InputStream plain =
                entry.method() == ZipHeads.STORED ? packed : new InflaterInputStream(packed, inflater, BUFFER_BYTES);
        return new ZipEntryStream(plain, entry, inflater);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read;
        try {
            read = ended ? -1 : super.read(target, from, length);
        } catch (ZipException | EOFException e) {
            throw RefusedZipException.broken();
        }
        if (read < 0) {
            end();
            return -1;
        }
        count += read;
        if (count > entry.size()) {
            throw RefusedZipException.broken();
        }
        crc.update(target, from, read);
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        byte[] dropped = new byte[(int) Math.min(bytes, 8192)];
        return bytes <= 0 ? 0 : Math.max(0, read(dropped, 0, dropped.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        super.close();
        inflater.end();
    }

    private void end() throws RefusedZipException {
        if (!ended && (count != entry.size() || crc.getValue() != entry.crc())) {
            throw RefusedZipException.broken();
        }
        ended = true;
    }

    /** A stretch of a file. */
    private static final class Region extends InputStream {
        private final FileChannel channel;
        private final long end;
        private long at;

        Region(FileChannel channel, long from, long length) {
            this.channel = channel;
            this.at = from;
            this.end = from + length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            if (at >= end) {
                return -1;
            }
            int read = channel.read(ByteBuffer.wrap(target, from, (int) Math.min(length, end - at)), at);
            at += Math.max(0, read);
            return read;
        }
    }
}
