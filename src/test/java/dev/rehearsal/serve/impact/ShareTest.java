package dev.rehearsal.serve.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rehearsal.staging.Seeds;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {

    private static final long MANY = Long.MAX_VALUE / 4;

    /** As tables and other programs print them. */
    @ParameterizedTest
    @CsvSource({
        "2, 10, 0.02521, 0.55610",
        "5, 10, 0.18709, 0.81291",
        "1, 100, 0.000253, 0.054459",
        "11900, 100000, 0.116998, 0.121022"
    })
    void isBoundedAsClopperAndPearsonSay(long counted, long sampled, double lower, double upper) {
        Share share = Share.of(counted, true, sampled, MANY);

        assertThat(share.lower()).isCloseTo(lower, within(5e-6));
        assertThat(share.upper()).isCloseTo(upper, within(5e-6));
        assertThat(share.estimate()).isEqualTo((double) counted / sampled);
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 1_000, 100_000, 50_000_000})
    void ofNothingFoundIsBelowThreeInSoMany(long sampled) {
        Share share = Share.of(0, true, sampled, MANY);

        assertThat(share.upper()).isLessThan(3.0 / sampled).isGreaterThan(2.5 / sampled);
        assertThat(share.lower()).isZero();
    }

    @Test
    void ofAllFoundLeavesAsMuchForTheOthers() {
        assertThat(Share.of(1_000, true, 1_000, MANY).lower()).isGreaterThan(1 - 3.0 / 1_000);
    }

    @Test
    void isExactWhereAllWereCounted() {
        Share share = Share.of(25, true, 100, 100);

        assertThat(share.lower()).isEqualTo(0.25);
        assertThat(share.upper()).isEqualTo(0.25);
    }

    @Test
    void isNoLessThanWhatWasSeenItself() {
        Share share = Share.of(40, true, 99, 100);

        assertThat(share.lower()).isGreaterThanOrEqualTo(0.40);
        assertThat(share.upper()).isLessThanOrEqualTo(0.41 + 1e-12);
    }

    @Test
    void isAnythingWhereNobodyWasAsked() {
        assertThat(Share.of(0, true, 0, 50).upper()).isEqualTo(1);
    }

    @Test
    void isWiderWhereRequestsCountInPart() {
        Share whole = Share.of(250, true, 1_000, MANY);
        Share inPart = Share.of(250, false, 1_000, MANY);

        assertThat(inPart.lower()).isLessThan(whole.lower());
        assertThat(inPart.upper()).isGreaterThan(whole.upper());
    }

    /** A sample of 200 out of 1,000, most of whom count not at all, the others whole or by what dice would do. */
    @ParameterizedTest
    @ValueSource(doubles = {0.004, 0.03, 0.2, 0.5, 0.97})
    void missesTheTruthInAtMostOneOfTwenty(double concerned) {
        Random random = new Random(Double.hashCode(concerned));
        assertThat(missed(random, concerned, true, () -> 1)).isLessThanOrEqualTo(0.05);
        assertThat(missed(random, concerned, false, () -> random.nextInt(5) / 4.0))
                .isLessThanOrEqualTo(0.05);
    }

    private static double missed(Random random, double concerned, boolean areWhole, DoubleSupplier part) {
        Map<Double, Share> known = new HashMap<>();
        int rounds = (int) Seeds.upTo(20_000).count();
        int missed = 0;
        for (int round = 0; round < rounds; round++) {
            double[] all = random.doubles(1_000)
                    .map(dice -> dice < concerned ? part.getAsDouble() : 0)
                    .toArray();
            double truth = sum(all, all.length) / all.length;
            draw(all, 200, random);
            Share share = known.computeIfAbsent(sum(all, 200), counted -> Share.of(counted, areWhole, 200, all.length));
            missed += truth < share.lower() || truth > share.upper() ? 1 : 0;
        }
        return (double) missed / rounds;
    }

    /** Puts those that are drawn first. */
    private static void draw(double[] all, int count, Random random) {
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i, all.length);
            double drawn = all[other];
            all[other] = all[i];
            all[i] = drawn;
        }
    }

    private static double sum(double[] values, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return sum;
    }
}
