package dev.rehearsal.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleBuilder;
import dev.rehearsal.matching.UpdateQuery.Force;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EnumeratedDiceTest {

    /** What every way of falling comes to, such as {@code MAIN FALLBACK 0.15}. */
    private static List<String> falls(Force force, int... rates) {
        List<String> falls = new ArrayList<>();
        List<List<Side>> sides = new ArrayList<>();
        List<Outcome> outcomes = EnumeratedDice.of(dice -> {
            List<Side> fallen = new ArrayList<>();
            for (int rate : rates) {
                fallen.add(dice.side(rule(rate), force));
            }
            sides.add(fallen);
            return new Decided(null, null, false, Answer.nothing(UpdateRequest.Format.XML));
        });
        for (int i = 0; i < outcomes.size(); i++) {
            falls.add(sides.get(i).stream().map(Side::name).collect(Collectors.joining(" ")) + " "
                    + Math.round(outcomes.get(i).share() * 1000) / 1000.0);
        }
        return falls;
    }

    private static Rule rule(int rate) {
        return RuleBuilder.aRule().atBackgroundRate(rate).build();
    }

    @Test
    void isOneWhereNothingIsRolled() {
        assertThat(falls(Force.NONE, 100, 0)).containsExactly("MAIN FALLBACK 1.0");
    }

    @Test
    void isOneWhereTheClientForcesIt() {
        assertThat(falls(Force.FALLBACK, 25, 100)).containsExactly("FALLBACK MAIN 1.0");
    }

    @Test
    void weighsBothSides() {
        assertThat(falls(Force.NONE, 25)).containsExactly("MAIN 0.25", "FALLBACK 0.75");
    }

    @Test
    void rollsForEachRule() {
        assertThat(falls(Force.NONE, 25, 60))
                .containsExactly("MAIN MAIN 0.15", "MAIN FALLBACK 0.1", "FALLBACK MAIN 0.45", "FALLBACK FALLBACK 0.3");
    }

    @Test
    void endsHoweverManyRulesRoll() {
        int[] rates = new int[40];
        Arrays.fill(rates, 50);

        assertThat(falls(Force.NONE, rates)).hasSize(64);
    }

    @Test
    void leavesNobodyOut() {
        double sum = EnumeratedDice.of(dice -> {
                    dice.side(rule(10), Force.NONE);
                    dice.side(rule(33), Force.NONE);
                    return new Decided(null, null, false, Answer.nothing(UpdateRequest.Format.XML));
                })
                .stream()
                .mapToDouble(Outcome::share)
                .sum();

        assertThat(sum).isCloseTo(1, within(1e-12));
    }
}
