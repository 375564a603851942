package dev.rehearsal.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.access.Role;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** At most 5 % may change on release; what is looked at came by a list of Greta's, or of nobody's. */
class RailCheckTest {

    private static final Actor GRETA = new Actor("greta");
    private static final RailedStep STEP =
            new RailedStep("Firefox", "release", new Fingerprint("a"), new Fingerprint("b"));

    private static RailFinding finding(RailJudgement.Result result, @Nullable Actor sampleBy, Actor writer) {
        RailCheck.Evidence evidence = new RailCheck.Evidence() {
            @Override
            public Optional<RailJudgement> judgement(String terms, RailedStep step) {
                return Optional.of(
                        new RailJudgement(result, List.of("1 % of requests"), null, sampleBy, Instant.EPOCH));
            }

            @Override
            public List<RailPass> passes(RailedStep step) {
                return List.of();
            }
        };
        GuardRail rail = new GuardRail(
                1,
                "Firefox",
                "release",
                GuardRail.Kind.AT_MOST_CHANGED,
                5,
                GuardRail.Mode.BLOCK,
                false,
                new Role("relman"),
                1);
        return new RailCheck(List.of(), evidence).finding(rail, STEP, Set.of(), Set.of(writer));
    }

    @Test
    void nobodyChoosesByWhatTheirOwnWorkIsJudged() {
        RailFinding finding = finding(RailJudgement.Result.PASS, GRETA, GRETA);

        assertThat(finding.isOpen()).isFalse();
        assertThat(finding.sentence()).contains("greta wrote some of this, and loaded or removed a list");
    }

    @Test
    void norThatNothingIsKnownOfIt() {
        assertThat(finding(RailJudgement.Result.CANNOT_SAY, GRETA, GRETA).isOpen())
                .isFalse();
    }

    @Test
    void whatOthersLoadedCounts() {
        assertThat(finding(RailJudgement.Result.PASS, GRETA, new Actor("anna")).isOpen())
                .isTrue();
        assertThat(finding(RailJudgement.Result.PASS, null, GRETA).isOpen()).isTrue();
    }
}
