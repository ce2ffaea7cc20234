package se.lageskarta.service.storage;

import java.util.List;
import java.util.Map;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.geo.read.DatedCode;

/** Says in SQL what a word means at the time when an incident begins, column {@code from_minute}. */
final class WordPeriods {
    private WordPeriods() {}

    /**
     * The code of an incident.
     *
     * @param meanings the earliest first
     * @param otherwise when none of them holds
     * @param values where the values of its parameters are put
     */
    static String code(List<DatedCode> meanings, String otherwise, Map<String, Object> values) {
        if (meanings.stream().allMatch(DatedCode::isAlways)) {
            return parameter(meanings.isEmpty() ? otherwise : meanings.get(0).code(), values);
        }
        StringBuilder code = new StringBuilder("case when from_minute is null then ")
                .append(parameter(meanings.get(meanings.size() - 1).code(), values));
        for (DatedCode meaning : meanings) {
            code.append(" when ")
                    .append(during(meaning, values))
                    .append(" then ")
                    .append(parameter(meaning.code(), values));
        }
        return code.append(" else ")
                .append(parameter(otherwise, values))
                .append(" end")
                .toString();
    }

    /** True of an incident that begins while a meaning holds. */
    static String during(DatedCode meaning, Map<String, Object> values) {
        if (meaning.isAlways()) {
            return "from_minute is not null";
        }
        StringBuilder during = new StringBuilder("(");
        if (meaning.from() != null) {
            during.append("from_minute >= ")
                    .append(minute(TimeSpan.minuteOf(meaning.from().atStartOfDay()), values));
        }
        if (meaning.to() != null) {
            during.append(meaning.from() == null ? "" : " and ")
                    .append("from_minute < ")
                    .append(minute(TimeSpan.minuteOf(meaning.to().plusDays(1).atStartOfDay()), values));
        }
        return during.append(')').toString();
    }

    private static String parameter(String code, Map<String, Object> values) {
        String name = "c" + values.size();
        values.put(name, code);
        return "cast(:" + name + " as varchar(10))";
    }

    private static String minute(int minute, Map<String, Object> values) {
        String name = "m" + values.size();
        values.put(name, minute);
        return ":" + name;
    }
}
