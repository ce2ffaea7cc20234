package se.lageskarta.geo.read.xlsx;

/** Told of a sheet's rows as they are read. */
public interface SheetVisitor {
    /**
     * A row that says something.
     *
     * @param row the same object each time
     * @return false when the rest is not wanted
     */
    boolean row(SheetRow row);

    /** A cell whose value was worked out by a formula when the workbook was saved. */
    default void formula() {}
}
