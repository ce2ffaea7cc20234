package se.lageskarta.geo.analysis;

/**
 * A parameter that an answer was made with.
 *
 * @param name of the setting
 * @param value number, text or list of them
 * @param unit of numbers, empty for none
 * @param automatic true when nobody chose it
 * @param why it has this value
 */
public record ParameterUsed(String name, Object value, String unit, boolean automatic, Words why) {}
