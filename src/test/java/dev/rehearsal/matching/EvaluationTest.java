package dev.rehearsal.matching;

import static dev.rehearsal.matching.QueryBuilder.aQuery;
import static dev.rehearsal.matching.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.matching.Evaluation.Considered;
import dev.rehearsal.matching.Evaluation.Failed;
import dev.rehearsal.matching.Evaluation.Matched;
import dev.rehearsal.matching.Evaluation.Missed;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    @Test
    void everyRuleOfTheProductIsConsideredInOrder() {
        Rule low = aRule().withId(1).withPriority(10).forProduct("Firefox").build();
        Rule high = aRule().withId(2).withPriority(20).build();
        Rule other = aRule().withId(3).forProduct("Thunderbird").build();
        Evaluation evaluation = RuleSet.of(List.of(low, high, other)).evaluate(aQuery().build());
        assertThat(evaluation.considered())
                .containsExactly(new Considered(high, new Matched()), new Considered(low, new Matched()));
        assertThat(evaluation.chosen()).isEqualTo(high);
    }

    @Test
    void theFirstCriterionThatIsNotMetIsNamedWithBothValues() {
        Evaluation evaluation = evaluate(aRule().forVersion("<38.0").forLocale("fr"), aQuery().atVersion("45.0"));
        assertThat(evaluation.considered().getFirst().outcome())
                .isEqualTo(new Missed(Criterion.VERSION, "<38.0", "45.0"));
    }

    @Test
    void aSentenceSaysWhatTheRuleAsksForAndWhatTheQuerySays() {
        Evaluation evaluation = evaluate(aRule().forVersion("<38.0"), aQuery().atVersion("45.0"));
        assertThat(evaluation.considered().getFirst().outcome().sentence())
                .isEqualTo("The rule asks for version \"<38.0\", the query says \"45.0\".");
    }

    @Test
    void aSentenceSaysIfTheQueryDoesNotSay() {
        Evaluation evaluation = evaluate(aRule().forMig64(true), aQuery().withMig64(null));
        assertThat(evaluation.considered().getFirst().outcome().sentence())
                .isEqualTo("The rule asks for mig64 \"true\", the query does not say.");
    }

    @Test
    void aRuleThatCannotBeJudgedIsAnErrorAndNothingIsChosen() {
        Rule broken = aRule().withId(1).withPriority(1).forMemory("abc").build();
        Rule matching = aRule().withId(2).withPriority(2).build();
        Evaluation evaluation = RuleSet.of(List.of(broken, matching)).evaluate(aQuery().build());
        String reason = "The rule's memory 'abc' is no number and no comparison.";
        assertThat(evaluation)
                .isEqualTo(new Evaluation(
                        List.of(new Considered(matching, new Matched()), new Considered(broken, new Failed(reason))),
                        null,
                        reason));
    }

    private static Evaluation evaluate(RuleBuilder rule, QueryBuilder query) {
        return RuleSet.of(List.of(rule.build())).evaluate(query.build());
    }
}
