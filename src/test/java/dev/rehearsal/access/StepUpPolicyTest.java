package dev.rehearsal.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StepUpPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final StepUpPolicy POLICY = new StepUpPolicy(List.of("mfa", "key"), Duration.ofMinutes(5));

    @Test
    void nothingIsAskedForUnlessItIsSet() {
        StepUpPolicy none = new StepUpPolicy(List.of(), null);

        assertThat(none.isMetBy(new StepUpPolicy.NoEvidence(), Set.of("a"), NOW))
                .isTrue();
    }

    @Test
    void aPasswordOrAnOwnTokenIsNoWordOfTheIssuers() {
        assertThat(POLICY.isMetBy(new StepUpPolicy.NoEvidence(), Set.of("a"), NOW))
                .isFalse();
    }

    @Test
    void anyOfTheClassesIsEnough() {
        assertThat(POLICY.isEnough(new Assurance("key", NOW), NOW)).isTrue();
    }

    @Test
    void anotherClassIsNotEnough() {
        assertThat(POLICY.isEnough(new Assurance("password", NOW), NOW)).isFalse();
    }

    @Test
    void noClassIsNotEnough() {
        assertThat(POLICY.isEnough(new Assurance(null, NOW), NOW)).isFalse();
    }

    @Test
    void whatIsExactlyAsOldAsItMayBeIsEnough() {
        assertThat(POLICY.isEnough(new Assurance("mfa", NOW.minusSeconds(300)), NOW))
                .isTrue();
    }

    @Test
    void whatIsOlderIsNotEnough() {
        assertThat(POLICY.isEnough(new Assurance("mfa", NOW.minusSeconds(301)), NOW))
                .isFalse();
    }

    @Test
    void whatDoesNotSayWhenIsNotEnough() {
        assertThat(POLICY.isEnough(new Assurance("mfa", null), NOW)).isFalse();
    }

    @Test
    void whatIsOfTheFutureIsNotEnough() {
        assertThat(POLICY.isEnough(new Assurance("mfa", NOW.plusSeconds(61)), NOW))
                .isFalse();
    }

    @Test
    void aSessionProvesNothingForWhatItWasNotAskedFor() {
        assertThat(POLICY.isMetBy(session(new Assurance("mfa", NOW)), Set.of("b"), NOW))
                .isFalse();
    }

    @Test
    void ofSeveralEachMustBeProved() {
        assertThat(POLICY.isMetBy(session(new Assurance("mfa", NOW)), Set.of("a", "b"), NOW))
                .isFalse();
    }

    @Test
    void aProofLapsesAsItsPersonsAuthenticationDoes() {
        assertThat(POLICY.isMetBy(session(new Assurance("mfa", NOW.minusSeconds(301))), Set.of("a"), NOW))
                .isFalse();
    }

    @Test
    void aTokenIsJudgedByWhatItSaysItself() {
        assertThat(POLICY.isMetBy(new StepUpPolicy.OfToken(new Assurance("mfa", NOW)), Set.of("b"), NOW))
                .isTrue();
    }

    @Test
    void aClassAloneDoesNotAge() {
        StepUpPolicy byClass = new StepUpPolicy(List.of("mfa"), null);

        assertThat(byClass.isEnough(new Assurance("mfa", null), NOW)).isTrue();
    }

    private static StepUpPolicy.Evidence session(@Nullable Assurance proof) {
        return new StepUpPolicy.OfSession(proof == null ? Map.of() : Map.of("a", proof));
    }
}
