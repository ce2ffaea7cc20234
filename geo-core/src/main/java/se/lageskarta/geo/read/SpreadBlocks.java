package se.lageskarta.geo.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whole lines from blocks evenly spread over a large file, one after the other; the first block is its beginning. */
final class SpreadBlocks extends InputStream {
    private static final int BLOCKS = 64;
    private static final int BLOCK_BYTES = 16 * 1024;
    /** Smaller files are read wholly: that takes no longer than a person notices. */
    static final long SMALLEST_BYTES = 16L * BLOCKS * BLOCK_BYTES;

    private final SeekableByteChannel file;
    private final long size;
    private final byte[] block = new byte[BLOCK_BYTES];
    private int next;
    private int at;
    private int end;
    private long given;

    private SpreadBlocks(SeekableByteChannel file, long size) {
        this.file = file;
        this.size = size;
    }

    /** Of a file of at least {@link #SMALLEST_BYTES}. */
    static SpreadBlocks of(Path file) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file);
        return new SpreadBlocks(channel, channel.size());
    }

    /** How many times as long as what has been given the file is. */
    double share() {
        return (double) size / Math.max(1, given);
    }

    @Override
    public int read() throws IOException {
        return at < end || fill() ? block[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (at == end && !fill()) {
            return -1;
        }
        int count = Math.min(length, end - at);
        System.arraycopy(block, at, target, from, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (next < BLOCKS) {
            boolean first = next == 0;
            file.position((size - BLOCK_BYTES) / (BLOCKS - 1) * next++);
            ByteBuffer buffer = ByteBuffer.wrap(block);
            while (buffer.hasRemaining() && file.read(buffer) >= 0) {
                // until it is full
            }
            at = first ? 0 : after('\n', 0, buffer.position());
            end = buffer.position();
            while (end > at && block[end - 1] != '\n') {
                end--;
            }
            if (at < end) {
                given += end - at;
                return true;
            }
        }
        return false;
    }

    private int after(char wanted, int from, int to) {
        int i = from;
        while (i < to && block[i] != wanted) {
            i++;
        }
        return Math.min(to, i + 1);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
