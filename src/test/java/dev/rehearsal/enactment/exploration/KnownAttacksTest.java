package dev.rehearsal.enactment.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What got past signoffs and gates once does so no more, and would if the decision had that fault again. */
class KnownAttacksTest {

    @ParameterizedTest
    @EnumSource
    void doesNotShip(Attack attack) {
        Desk desk = Desk.of(new Judge());
        World world = attack.start();
        for (Act act : attack.path()) {
            World next = act.on(desk, world);
            world = next == null ? world : next;
        }

        assertThat(attack.hasShipped(world)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void isFoundInADecisionThatHasTheFault(Mutant mutant) {
        for (Attack attack : mutant.lets()) {
            Explorer explorer = new Explorer(Desk.of(mutant.judge()));
            Cells.Cell cell = Cells.of(attack, 20_000);
            explorer.explore(attack.start(), cell.acts(), cell.depth(), cell.most());

            assertThat(explorer.violations()).as("%s with %s", attack, mutant).isNotEmpty();
        }
    }
}
