package dev.rehearsal.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.access.StepUpPolicy.Evidence;
import dev.rehearsal.access.StepUpPolicy.NoEvidence;
import dev.rehearsal.access.StepUpPolicy.OfSession;
import dev.rehearsal.access.StepUpPolicy.OfToken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault that the decision on fresh proofs could have is noticed by what is known of it. */
class StepUpMutantsTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final StepUpPolicy POLICY = new StepUpPolicy(List.of("mfa"), Duration.ofMinutes(5));
    private static final Assurance GOOD = new Assurance("mfa", NOW.minusSeconds(10));
    private static final Assurance OLD = new Assurance("mfa", NOW.minusSeconds(3600));
    private static final Assurance WEAK = new Assurance("password", NOW.minusSeconds(10));

    private static final List<Case> KNOWN = List.of(
            new Case(new NoEvidence(), Set.of("a"), false),
            new Case(new OfToken(GOOD), Set.of("a"), true),
            new Case(new OfToken(OLD), Set.of("a"), false),
            new Case(new OfToken(WEAK), Set.of("a"), false),
            new Case(new OfToken(new Assurance("mfa", null)), Set.of("a"), false),
            new Case(new OfSession(Map.of("a", GOOD)), Set.of("a"), true),
            new Case(new OfSession(Map.of("a", GOOD)), Set.of("b"), false),
            new Case(new OfSession(Map.of("a", GOOD)), Set.of("a", "b"), false),
            new Case(new OfSession(Map.of("a", GOOD, "b", OLD)), Set.of("a", "b"), false));

    private record Case(Evidence evidence, Set<String> digests, boolean met) {}

    /** The decision with one fault. */
    private enum Mutant {
        ASKS_NOBODY_WITHOUT_AN_ISSUER {
            @Override
            boolean decide(Case one) {
                return one.evidence() instanceof NoEvidence || rightly(one);
            }
        },
        TAKES_WHEN_IT_WAS_HEARD_FOR_WHEN_IT_WAS {
            @Override
            boolean decide(Case one) {
                return rightly(new Case(heardNow(one.evidence()), one.digests(), one.met()));
            }
        },
        TAKES_ANY_CLASS {
            @Override
            boolean decide(Case one) {
                return new StepUpPolicy(List.of(), Duration.ofMinutes(5)).isMetBy(one.evidence(), one.digests(), NOW);
            }
        },
        TAKES_A_PROOF_FOR_SOMETHING_ELSE {
            @Override
            boolean decide(Case one) {
                return one.evidence() instanceof OfSession(var proofs)
                        ? proofs.values().stream().anyMatch(proof -> POLICY.isEnough(proof, NOW))
                        : rightly(one);
            }
        },
        IS_CONTENT_WITH_ONE_OF_SEVERAL {
            @Override
            boolean decide(Case one) {
                return one.digests().stream().anyMatch(digest -> POLICY.isMetBy(one.evidence(), Set.of(digest), NOW));
            }
        };

        abstract boolean decide(Case one);

        private static Evidence heardNow(Evidence evidence) {
            return switch (evidence) {
                case NoEvidence nothing -> nothing;
                case OfToken(var said) -> new OfToken(new Assurance(said.acr(), NOW));
                case OfSession session -> session;
            };
        }
    }

    private static boolean rightly(Case one) {
        return POLICY.isMetBy(one.evidence(), one.digests(), NOW);
    }

    @Test
    void theDecisionIsRight() {
        assertThat(KNOWN).allSatisfy(one -> assertThat(rightly(one)).isEqualTo(one.met()));
    }

    @ParameterizedTest
    @EnumSource
    void eachFaultIsNoticed(Mutant mutant) {
        assertThat(KNOWN).anySatisfy(one -> assertThat(mutant.decide(one)).isNotEqualTo(one.met()));
    }
}
