package dev.rehearsal.approval;

import static dev.rehearsal.matching.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.access.Role;
import dev.rehearsal.matching.RuleBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What signoffs an object needs. */
class SignoffPolicyTest {

    private static final SignoffPolicy POLICY = new SignoffPolicy(
            List.of(
                    required("Firefox", "release", "releng", 1),
                    required("Firefox", "release", "relman", 2),
                    required("Firefox", "release-cdntest", "releng", 3),
                    required("Firefox", "beta", "relman", 1),
                    required("Thunderbird", "release", "tb", 1)),
            List.of(
                    new PermissionSignoff("Firefox", new Role("releng"), 1, 1),
                    new PermissionSignoff("Thunderbird", new Role("releng"), 2, 1)));

    @Nested
    class ARule {

        @Test
        void needsWhatItsProductNeedsOnItsChannel() {
            assertThat(of(aRule().forProduct("Firefox").forChannel("release")))
                    .isEqualTo(Map.of("releng", 1, "relman", 2));
        }

        @Test
        void withAStarNeedsTheLargestNumberOfEachRoleThatAnyOfItsChannelsNeeds() {
            assertThat(of(aRule().forProduct("Firefox").forChannel("release*")))
                    .isEqualTo(Map.of("releng", 3, "relman", 2));
        }

        @Test
        void withoutAChannelNeedsWhatAnyChannelNeeds() {
            assertThat(of(aRule().forProduct("Firefox").forChannel(null))).isEqualTo(Map.of("releng", 3, "relman", 2));
        }

        @Test
        void withoutAProductNeedsWhatAnyProductNeeds() {
            assertThat(of(aRule().forProduct(null).forChannel("release")))
                    .isEqualTo(Map.of("releng", 1, "relman", 2, "tb", 1));
        }

        @Test
        void ofAPartnersChannelNeedsNothingOfTheChannelThatItFallsBackTo() {
            assertThat(of(aRule().forProduct("Firefox").forChannel("release-cck-acme")))
                    .isEmpty();
        }

        @Test
        void thatNothingIsAskedOfNeedsNothing() {
            assertThat(of(aRule().forProduct("Firefox").forChannel("nightly"))).isEmpty();
        }
    }

    @Nested
    class AChannel {

        @Test
        void isTakenByItsExactName() {
            assertThat(counts(POLICY.ofChannel("Firefox", "release*"))).isEmpty();
        }

        @Test
        void ofEveryProductNeedsWhatAnyProductNeedsThere() {
            assertThat(counts(POLICY.ofChannel(null, "release"))).isEqualTo(Map.of("releng", 1, "relman", 2, "tb", 1));
        }

        @Test
        void thatIsNotNamedStandsForAll() {
            assertThat(counts(POLICY.ofChannel("Firefox", null))).isEqualTo(Map.of("releng", 3, "relman", 2));
        }
    }

    @Nested
    class TheEndOfAShutoff {

        @Test
        void needsWhatARuleThereWouldNeed() {
            assertThat(counts(POLICY.ofShutoffRemoval("Firefox", "beta"))).isEqualTo(Map.of("relman", 1));
        }
    }

    @Nested
    class APermission {

        @Test
        void needsWhatEachOfItsProductsNeeds() {
            assertThat(counts(POLICY.ofPermission(Set.of("Firefox", "Heron")))).isEqualTo(Map.of("releng", 1));
        }

        @Test
        void forEveryProductNeedsWhatAnyProductNeeds() {
            assertThat(counts(POLICY.ofPermission(Set.of()))).isEqualTo(Map.of("releng", 2));
        }

        @Test
        void forOtherProductsNeedsNothing() {
            assertThat(counts(POLICY.ofPermission(Set.of("Heron")))).isEmpty();
        }
    }

    @Nested
    class ARole {

        @Test
        void mustHaveAsManyHoldersAsAreAskedForAnywhere() {
            assertThat(POLICY.largestOf(new Role("releng"))).isEqualTo(3);
        }

        @Test
        void mustHaveAsManyAsChangesOfPermissionsAskFor() {
            SignoffPolicy permissionsOnly =
                    new SignoffPolicy(List.of(), List.of(new PermissionSignoff("Firefox", new Role("sec"), 2, 1)));

            assertThat(permissionsOnly.largestOf(new Role("sec"))).isEqualTo(2);
        }

        @Test
        void thatNothingAsksForNeedsNoHolder() {
            assertThat(POLICY.largestOf(new Role("qa"))).isZero();
        }
    }

    private static Map<String, Integer> of(RuleBuilder rule) {
        return counts(POLICY.ofRule(rule.build()));
    }

    private static Map<String, Integer> counts(Requirements requirements) {
        Map<String, Integer> counts = new TreeMap<>();
        requirements.perRole().forEach((role, count) -> counts.put(role.name(), count));
        return counts;
    }

    private static RequiredSignoff required(String product, String channel, String role, int count) {
        return new RequiredSignoff(product, channel, new Role(role), count, 1);
    }
}
