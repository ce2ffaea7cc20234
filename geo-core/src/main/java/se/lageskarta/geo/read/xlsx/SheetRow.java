package se.lageskarta.geo.read.xlsx;

import java.util.Arrays;

/** One row of a sheet: the cells that are not empty, from left to right. The same object is used for the next row. */
public final class SheetRow {
    /** Cells further to the right are only known to be there. */
    public static final int MAX_COLUMNS = 201;

    private final int[] columns = new int[MAX_COLUMNS];
    private final String[] texts = new String[MAX_COLUMNS];
    private final boolean[] numbers = new boolean[MAX_COLUMNS];
    private final boolean[] withoutValue = new boolean[MAX_COLUMNS];
    private int count;
    private int lastColumn;
    private long line;
    private boolean tooLong;
    private boolean hidden;

    void clear(long newLine, boolean isHidden) {
        Arrays.fill(texts, 0, count, "");
        line = newLine;
        hidden = isHidden;
        count = 0;
        lastColumn = -1;
        tooLong = false;
    }

    void add(int column, String text, boolean number, boolean noValue) {
        lastColumn = Math.max(lastColumn, column);
        if (column < MAX_COLUMNS && count < MAX_COLUMNS) {
            columns[count] = column;
            texts[count] = text;
            numbers[count] = number;
            withoutValue[count] = noValue;
            count++;
        }
    }

    void cellIsTooLong() {
        tooLong = true;
    }

    /** Row number in the sheet, counted from 1. */
    public long line() {
        return line;
    }

    /** Number of cells that say something. */
    public int count() {
        return count;
    }

    /** Column of the cell, counted from 0. */
    public int column(int cell) {
        return columns[cell];
    }

    public String text(int cell) {
        return texts[cell];
    }

    /** True when the cell holds a number that its style does not make a date or a time of. */
    public boolean isNumber(int cell) {
        return numbers[cell];
    }

    /** True when the cell holds a formula whose value is not in the file, such as one that asks the web. */
    public boolean isWithoutValue(int cell) {
        return withoutValue[cell];
    }

    /** Column of the last cell that says something, counted from 0; -1 when none does. */
    public int lastColumn() {
        return lastColumn;
    }

    /** True when a cell holds more than {@value XmlText#LONGEST} characters. */
    public boolean hasTooLongCell() {
        return tooLong;
    }

    /** True when the row is hidden in the sheet, by a filter for instance. */
    public boolean isHidden() {
        return hidden;
    }
}
