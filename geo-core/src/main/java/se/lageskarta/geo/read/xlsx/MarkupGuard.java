package se.lageskarta.geo.read.xlsx;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Stands before the XML parser, which takes a tag, a comment or an instruction into memory whole before it hands it on:
 * none may be longer than {@value #LONGEST}. Text between tags is handed on in pieces and may be of any length.
 */
final class MarkupGuard extends FilterReader {
    /** Characters. A tag of a sheet has some dozens. */
    static final int LONGEST = 256 * 1024;

    private enum In {
        TEXT,
        MARKUP,
        TAG,
        QUOTED,
        COMMENT,
        INSTRUCTION,
        CDATA
    }

    private static final String COMMENT_START = "!--";
    private static final String CDATA_START = "![CDATA[";

    private In in = In.TEXT;
    private char quote;
    private int length;
    private final StringBuilder start = new StringBuilder();
    private char before;
    private char beforeThat;

    MarkupGuard(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] target, int from, int count) throws IOException {
        int read = super.read(target, from, count);
        for (int i = from; i < from + read; i++) {
            char c = target[i];
            if (in == In.TEXT) {
                if (c == '<') {
                    in = In.MARKUP;
                    length = 0;
                    start.setLength(0);
                }
            } else {
                inMarkup(c);
            }
        }
        return read;
    }

    private void inMarkup(char c) throws RefusedWorkbookException {
        if (++length > LONGEST) {
            throw new RefusedWorkbookException("file.xlsx-xml");
        }
        switch (in) {
            case MARKUP -> beginning(c);
            case TAG -> {
                if (c == '"' || c == '\'') {
                    in = In.QUOTED;
                    quote = c;
                } else if (c == '>') {
                    in = In.TEXT;
                }
            }
            case QUOTED -> in = c == quote ? In.TAG : In.QUOTED;
            case COMMENT -> endAt(c == '>' && before == '-' && beforeThat == '-');
            case CDATA -> endAt(c == '>' && before == ']' && beforeThat == ']');
            case INSTRUCTION -> endAt(c == '>' && before == '?');
            default -> throw new IllegalStateException("text is no markup");
        }
        beforeThat = before;
        before = c;
    }

    /** What kind of markup it is, from its first letters. */
    private void beginning(char c) {
        start.append(c);
        String soFar = start.toString();
        if (soFar.equals("?")) {
            in = In.INSTRUCTION;
        } else if (soFar.equals(COMMENT_START)) {
            in = In.COMMENT;
        } else if (soFar.equals(CDATA_START)) {
            in = In.CDATA;
        } else if (!COMMENT_START.startsWith(soFar) && !CDATA_START.startsWith(soFar)) {
            in = In.TAG;
            if (c == '>') {
                in = In.TEXT;
            } else if (c == '"' || c == '\'') {
                in = In.QUOTED;
                quote = c;
            }
        }
        before = ' ';
        beforeThat = ' ';
    }

    private void endAt(boolean end) {
        if (end) {
            in = In.TEXT;
        }
    }
}
