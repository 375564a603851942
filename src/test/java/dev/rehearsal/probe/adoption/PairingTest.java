package dev.rehearsal.probe.adoption;

import static dev.rehearsal.matching.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleBuilder;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.matching.UpdateType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Looks at Firefox on release-cdntest, whose rules copy those of release. */
class PairingTest {

    private static final ChannelPair CDNTEST = new ChannelPair("Firefox", "release", "release-cdntest");

    @Test
    void aRuleThatIsTheSameButForItsChannelIsACopy() {
        Pairing pairing = pairing(live(1).forLocale("de"), live(2).forLocale("fr"), copy(3).forLocale("fr"));

        assertThat(told(pairing)).containsExactly("3 copies 2");
        assertThat(ids(pairing.liveAlone())).containsExactly(1L);
    }

    @ParameterizedTest
    @CsvSource({
        "firefox-release, firefox-release-cdntest",
        "firefox-watershed, firefox-cdntest-watershed",
        "firefox-watershed, firefox-watershed-cdntest",
        "release-main, release-cdntest-main"
    })
    void aCopyIsKnownByItsNameHoweverFarItHasDrifted(String alias, String aliasOfCopy) {
        Pairing pairing = pairing(
                live(1).withAlias(alias).forLocale("de").mapsTo("A"),
                live(2),
                copy(3).withAlias(aliasOfCopy).mapsTo("B").withPriority(7));

        assertThat(told(pairing)).containsExactly("3 copies 1 but priority, mapping, locale");
    }

    @Test
    void aNameOfAnotherProductSaysNothing() {
        Pairing pairing =
                pairing(live(1).withAlias("main").forProduct(null).forLocale("de"), copy(3).withAlias("main-cdntest"));

        assertThat(pairing.pairs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mapping, Drifted",
        "priority, 7",
        "backgroundRate, 30",
        "version, <99.0",
        "locale, xx",
        "update_type, major"
    })
    void eachColumnThatDiffersIsADrift(String column, String value) {
        RuleBuilder copy = copy(3).forVersion("<60.0").forLocale("de").forBuildTarget("WINNT");
        switch (column) {
            case "mapping" -> copy.mapsTo(value);
            case "priority" -> copy.withPriority(Integer.parseInt(value));
            case "backgroundRate" -> copy.atBackgroundRate(Integer.parseInt(value));
            case "version" -> copy.forVersion(value);
            case "locale" -> copy.forLocale(value);
            default -> copy.asUpdateType(UpdateType.MAJOR);
        }

        Pairing pairing = pairing(live(1).forVersion("<60.0").forLocale("de").forBuildTarget("WINNT"), copy);

        assertThat(told(pairing)).containsExactly("3 copies 1 but " + column);
    }

    @Test
    void namesAndCommentsAreNoDrift() {
        Pairing pairing = pairing(
                live(1).withAlias("x").withComment("live"),
                copy(2).withAlias("y").withComment("copy"));

        assertThat(told(pairing)).containsExactly("2 copies 1");
    }

    @Test
    void driftedCopiesArePairedSoThatLeastDiffersAltogether() {
        Pairing pairing = pairing(
                live(1).forVersion("<60.0").forLocale("de").mapsTo("A"),
                live(2).forVersion("<70.0").forLocale("de").mapsTo("A"),
                copy(3).forVersion("<70.0").forLocale("de").mapsTo("B"),
                copy(4).forVersion("<65.0").forLocale("de").mapsTo("A"));

        assertThat(told(pairing)).containsExactly("3 copies 2 but mapping", "4 copies 1 but version");
    }

    @Test
    void aRuleIsCopiedByOneOnly() {
        Pairing pairing = pairing(live(1), copy(2), copy(3));

        assertThat(told(pairing)).containsExactly("2 copies 1");
        assertThat(ids(pairing.copiesAlone())).containsExactly(3L);
    }

    @Test
    void whatIsLikeNothingLiveIsAlone() {
        Pairing pairing = pairing(
                live(1).forVersion("<128.0").withPriority(300).mapsTo("128"),
                copy(2).forVersion("<115.0").forLocale("de").withPriority(310).mapsTo("115"));

        assertThat(pairing.pairs()).isEmpty();
        assertThat(ids(pairing.copiesAlone())).containsExactly(2L);
    }

    @Test
    void aRuleOfBothChannelsNeedsNoCopy() {
        Pairing pairing = pairing(live(1).forChannel("release*"), live(2).forChannel(null));

        assertThat(pairing.liveAlone()).isEmpty();
        assertThat(pairing.rulesLess()).isZero();
    }

    @Test
    void aRuleOfBothChannelsMayHaveACopyAllTheSame() {
        Pairing pairing = pairing(live(1).forChannel("release*").forLocale("ja"), copy(2).forLocale("ja"));

        assertThat(told(pairing)).containsExactly("2 copies 1");
    }

    @Test
    void aPartnersRuleIsCopiedForThePartnerOnTheTestChannel() {
        Pairing pairing = pairing(
                live(1).forChannel("release-cck-acme"),
                live(2).forChannel("release-cck-*"),
                copy(3).forChannel("release-cdntest-cck-*"),
                copy(4).forChannel("release-cdntest-cck-acme"));

        assertThat(told(pairing)).containsExactlyInAnyOrder("3 copies 2", "4 copies 1");
    }

    @Test
    void whatIsServedElsewhereTooIsNotRetired() {
        Pairing pairing = pairing(
                live(1),
                copy(2).forChannel("release-cdn*"),
                copy(3).forProduct(null),
                copy(4).forProduct("Thunderbird"));

        assertThat(pairing.copies()).isEmpty();
        assertThat(ids(pairing.reachingFurther())).containsExactly(2L, 3L);
    }

    @Test
    void forEveryProductTheCopiesOfAllAreFound() {
        Pairing pairing = Pairing.of(
                rules(live(1), live(2).forProduct(null), copy(3), copy(4).forProduct(null)),
                new ChannelPair(null, "release", "release-cdntest"));

        assertThat(told(pairing)).containsExactly("3 copies 1", "4 copies 2");
    }

    private static RuleBuilder live(long id) {
        return aRule().withId(id).forProduct("Firefox").forChannel("release");
    }

    private static RuleBuilder copy(long id) {
        return aRule().withId(id).forProduct("Firefox").forChannel("release-cdntest");
    }

    private static Pairing pairing(RuleBuilder... rules) {
        return Pairing.of(rules(rules), CDNTEST);
    }

    private static List<Rule> rules(RuleBuilder... rules) {
        return RuleSet.of(Stream.of(rules).map(RuleBuilder::build).toList()).inOrder();
    }

    private static List<String> told(Pairing pairing) {
        return pairing.pairs().stream().map(PairingTest::told).toList();
    }

    private static String told(Pairing.Pair pair) {
        List<String> drifts =
                pair.drifts().stream().map(drift -> drift.field().wireName()).toList();
        return pair.copy().id() + " copies " + pair.live().id()
                + (drifts.isEmpty() ? "" : " but " + String.join(", ", drifts));
    }

    private static List<Long> ids(List<Rule> rules) {
        return rules.stream().map(rule -> rule.id().value()).toList();
    }
}
