package se.lageskarta.service.catalogue;

import se.lageskarta.service.web.FieldFault;

/**
 * Something in one line of a code table that cannot be accepted.
 *
 * @param line of the file, from 1
 * @param column that it stands in
 * @param fault what is wrong
 */
record LineFault(long line, CodeColumn column, FieldFault fault) {
    static LineFault of(CodeFile.Line line, CodeColumn column, String code, Object... arguments) {
        return new LineFault(
                line.number(), column, FieldFault.of(column.heading(), line.cell(column), code, arguments));
    }

    /** As a fault of the whole request, which names the line. */
    FieldFault inRequest() {
        return new FieldFault("lines." + line + "." + column.heading(), fault.value(), fault.code(), fault.arguments());
    }
}
