package se.lageskarta.service.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.lageskarta.service.paper.Block;
import se.lageskarta.service.register.Entry;

/** The parts of documents about pledges and agreements, and the fields of a political decision. */
@Component
class DutySections {
    private final DutyRegisters registers;

    DutySections(DutyRegisters registers) {
        this.registers = registers;
    }

    /** Pledges that touch the period, with what came of them. */
    List<Block> pledges(Material of) {
        Wording words = of.words();
        List<List<String>> rows = new ArrayList<>();
        for (Entry<Pledge> entry : registers.pledges().all()) {
            Pledge pledge = entry.state();
            LocalDate from = pledge.from();
            LocalDate to = pledge.to();
            if (from != null
                    && to != null
                    && !from.isAfter(of.plan().last())
                    && !to.isBefore(of.plan().first())) {
                rows.add(List.of(
                        pledge.promise(),
                        words.of("period", from, to),
                        pledge.responsible(),
                        words.code("pledge", pledge.kept()),
                        pledge.result().isEmpty() ? words.of("pledge.waiting") : pledge.result()));
            }
        }
        if (rows.isEmpty()) {
            return List.of(new Block.Text(words.of("pledges.none")));
        }
        return List.of(new Block.Table(
                words.of("pledges.caption"),
                List.of(
                        words.words("pledge"),
                        words.words("period"),
                        words.words("owner"),
                        words.words("outcome"),
                        words.words("result")),
                rows,
                ""));
    }

    List<Block> agreements(Material of) {
        Wording words = of.words();
        List<List<String>> rows = registers.agreements().all().stream()
                .map(Entry::state)
                .map(agreement -> List.of(
                        agreement.parties(),
                        agreement.purpose(),
                        words.day(agreement.signedOn()),
                        words.day(agreement.validTo()),
                        agreement.number()))
                .toList();
        if (rows.isEmpty()) {
            return List.of(new Block.Text(words.of("agreements.none")));
        }
        return List.of(new Block.Table(
                words.of("agreements.caption"),
                List.of(
                        words.words("parties"),
                        words.words("purpose"),
                        words.words("signed"),
                        words.words("valid-to"),
                        words.words("case-number")),
                rows,
                ""));
    }

    /** Who decided what when, or lines to fill in. */
    List<Block> politicalDecision(Material of) {
        Wording words = of.words();
        DocumentPlan plan = of.plan();
        String open = words.of("to-fill-in");
        return List.of(new Block.Table(
                words.of("decision.caption"),
                List.of(words.words("field-name"), words.words("value")),
                List.of(
                        List.of(words.of("organ"), plan.organ().isEmpty() ? open : plan.organ()),
                        List.of(words.of("decided-on"), plan.decidedOn() == null ? open : words.day(plan.decidedOn())),
                        List.of(words.of("number"), plan.number().isEmpty() ? open : plan.number()),
                        List.of(words.of("next"), next(words, plan, open))),
                ""));
    }

    private static String next(Wording words, DocumentPlan plan, String open) {
        LocalDate decided = plan.decidedOn();
        return decided == null
                ? open
                : words.day(decided.plusMonths(plan.ofKind().months()));
    }
}
