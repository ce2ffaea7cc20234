package se.lageskarta.service.areachecks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the numbers of a check are made, and what they cannot say. */
final class Methods {
    private Methods() {}

    static Map<String, List<String>> of(PlannerAreas areas) {
        Map<String, List<String>> both = new TreeMap<>();
        both.put(
                "sv",
                List.of(
                        "Talen räknas för fasta planområden, gjorda av bostäder: rutor om 500 meter med minst 20 hushåll, och sammanslagna områden med minst 100. Kommunen har %d sådana områden. Ett ritat område får talen för de planområden som det ligger i."
                                .formatted(areas.size()),
                        "Färre än fem händelser lämnas inte ut. Varje nytt tal prövas mot allt som planerare har fått veta förut, så att inga två svar kan dras ifrån varandra till enstaka händelser. Ett tal som har lämnats en gång står kvar.",
                        "Intervallen är exakta 95-procentsintervall. Händelser som kommer i serier sprider mer än så; då är intervallen något för smala.",
                        "Årstid, mörker och utveckling gäller ett fast, större område runt platsen, räknas på avrundade antal och lämnas bara när det finns minst 20 händelser. Mörkt är när solen står mer än 6 grader under horisonten.",
                        "Händelser som bara är kända till ett område eller en kommun räknas inte. Anmälda händelser är inte allt som händer, och få händelser kan bero på att få är där.",
                        "Jämförelsetalet för kommunen är avrundat till två siffror."));
        both.put(
                "en",
                List.of(
                        "Numbers are counted for fixed planner areas made of dwellings: squares of 500 metres with at least 20 households, and merged areas with at least 100. The municipality has %d such areas. A drawn area gets the numbers of the planner areas that it lies in."
                                .formatted(areas.size()),
                        "Fewer than five incidents are not told. Each new number is judged beside everything that planners have been told before, so that no two answers can be subtracted to single incidents. A number told once stands.",
                        "Intervals are exact 95 percent intervals. Incidents that come in series scatter more; then the intervals are somewhat too narrow.",
                        "Season, darkness and trend are of a fixed, larger area around the place, are worked out of rounded counts, and are told only of at least 20 incidents. Dark is when the sun stands more than 6 degrees below the horizon.",
                        "Incidents known to an area or a municipality only are not counted. Reported incidents are not all that happens, and few incidents may mean that few people are there.",
                        "The municipality's number for comparison is rounded to two digits."));
        return both;
    }
}
