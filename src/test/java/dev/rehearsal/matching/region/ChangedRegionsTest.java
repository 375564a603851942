package dev.rehearsal.matching.region;

import static dev.rehearsal.matching.RuleBuilder.aRule;
import static dev.rehearsal.matching.RuleBuilder.aRuleLike;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleBuilder;
import dev.rehearsal.matching.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Clients who get something else, in words. */
class ChangedRegionsTest {

    private static final Rule MAIN =
            firefox().withId(204).withPriority(90).mapsTo("Firefox-149").build();
    private static final Rule WATERSHED = firefox()
            .withId(311)
            .withPriority(120)
            .forVersion("<128.0")
            .mapsTo("Firefox-128")
            .build();

    private static RuleBuilder firefox() {
        return aRule().forProduct("Firefox").forChannel("release");
    }

    private static Object served(@Nullable Rule rule) {
        return rule == null ? "nothing" : Objects.requireNonNull(rule.mapping());
    }

    private static List<String> told(List<Rule> before, List<Rule> after) {
        ChangedRegions.Found found = ChangedRegions.between(
                RuleSet.of(before), RuleSet.of(after), ChangedRegionsTest::served, ChangedRegionsTest::served);
        assertThat(found.unsaid()).isEmpty();
        return found.regions().stream()
                .map(region -> "%s: %s instead of %s"
                        .formatted(region.clients(), served(region.after()), served(region.before())))
                .toList();
    }

    @Test
    void areNoneWhereNothingChangesThatClientsSee() {
        assertThat(told(
                        List.of(MAIN, WATERSHED),
                        List.of(aRuleLike(MAIN).withPriority(80).build(), WATERSHED)))
                .isEmpty();
    }

    @Test
    void leaveOutWhomOtherRulesKeep() {
        Rule shipped = aRuleLike(MAIN).mapsTo("Firefox-150").build();

        assertThat(told(List.of(MAIN, WATERSHED), List.of(shipped, WATERSHED)))
                .containsExactly("Firefox on release, not version < 128.0: Firefox-150 instead of Firefox-149");
    }

    @Test
    void areThoseBetweenTheOldAndTheNewBoundary() {
        Rule moved = aRuleLike(WATERSHED).forVersion("<140.0").build();

        assertThat(told(List.of(MAIN, WATERSHED), List.of(MAIN, moved)))
                .containsExactly(
                        "Firefox on release, version < 140.0, not version < 128.0: Firefox-128 instead of Firefox-149");
    }

    @Test
    void sumUpPartnerChannelsThatAreLeftOut() {
        List<Rule> before = new ArrayList<>(partners(14));
        before.add(MAIN);
        List<Rule> after = new ArrayList<>(partners(14));
        after.add(aRuleLike(MAIN).mapsTo("Firefox-150").build());

        assertThat(told(before, after))
                .containsExactly("Firefox on release, not 14 partner channels: Firefox-150 instead of Firefox-149");
    }

    @Test
    void nameThreePartnerChannelsThatAreLeftOut() {
        List<Rule> before = new ArrayList<>(partners(2));
        before.add(MAIN);
        List<Rule> after = new ArrayList<>(partners(2));
        after.add(aRuleLike(MAIN).mapsTo("Firefox-150").build());

        assertThat(told(before, after))
                .containsExactly("Firefox on release, not channel release-cck-p1, not channel release-cck-p2:"
                        + " Firefox-150 instead of Firefox-149");
    }

    @Test
    void sumUpPartnerChannelsThatAreConcerned() {
        List<Rule> others = new ArrayList<>();
        for (Rule partner : partners(14)) {
            others.add(aRuleLike(partner).withPriority(10).build());
        }
        Rule all = aRule().withId(204)
                .withPriority(90)
                .forProduct("Firefox")
                .forChannel("release*")
                .mapsTo("Firefox-149")
                .build();
        List<Rule> before = new ArrayList<>(others);
        before.add(all);
        List<Rule> after = new ArrayList<>(others);
        after.add(aRuleLike(all).mapsTo("Firefox-150").build());

        assertThat(told(before, after))
                .containsExactly("Firefox on others that begin with release and 14 partner channels:"
                        + " Firefox-150 instead of Firefox-149");
    }

    private static List<Rule> partners(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> aRule().withId(1000 + number)
                        .withPriority(200)
                        .forProduct("Firefox")
                        .forChannel("release-cck-p" + number)
                        .mapsTo("Partner")
                        .build())
                .toList();
    }

    @Test
    void areWhomANewRuleTakes() {
        Rule linux = firefox()
                .withId(900)
                .withPriority(200)
                .forVersion("<140.0")
                .forBuildTarget("Linux_x86_64-gcc3")
                .mapsTo("Firefox-150")
                .build();
        Rule german = firefox()
                .withId(901)
                .withPriority(300)
                .forLocale("de")
                .mapsTo("Firefox-149")
                .build();

        assertThat(told(List.of(MAIN, german), List.of(MAIN, german, linux)))
                .containsExactly("Firefox on release, buildTarget Linux_x86_64-gcc3, version < 140.0, not locale de:"
                        + " Firefox-150 instead of Firefox-149");
    }

    @Test
    void areWhomARemovedRuleLeavesToOthersOrToNobody() {
        assertThat(told(List.of(MAIN, WATERSHED), List.of(MAIN)))
                .containsExactly("Firefox on release, version < 128.0: Firefox-149 instead of Firefox-128");
        assertThat(told(List.of(MAIN), List.of()))
                .containsExactly("Firefox on release: nothing instead of Firefox-149");
    }

    @Test
    void nameOperatingSystemsByWhatOccursInThem() {
        Rule old = firefox()
                .withId(900)
                .withPriority(200)
                .forOsVersion("Windows_NT 6.1,Windows_NT 6.2")
                .mapsTo("Firefox-115")
                .build();

        assertThat(told(List.of(MAIN), List.of(MAIN, old)))
                .containsExactly("Firefox on release, osVersion with Windows_NT 6.1 or osVersion with Windows_NT 6.2:"
                        + " Firefox-115 instead of Firefox-149");
    }

    /** Each is held against all before it, which would take minutes. */
    @Test
    void areToldInPartWhereVeryManyRulesComeAtOnce() {
        List<Rule> nested = IntStream.rangeClosed(1, 400)
                .mapToObj(number -> firefox()
                        .withId(number)
                        .withPriority(number)
                        .forVersion(">=%d.0".formatted(number + 10))
                        .mapsTo("Firefox-149")
                        .build())
                .toList();

        ChangedRegions.Found found = ChangedRegions.between(
                RuleSet.of(List.of()), RuleSet.of(nested), ChangedRegionsTest::served, ChangedRegionsTest::served);

        assertThat(found.regions()).isNotEmpty();
        assertThat(found.unsaid()).contains("too much changes to tell it all apart");
    }

    @Test
    void haveAnExampleForWhomBothTablesSaySo() {
        Rule shipped = aRuleLike(MAIN).mapsTo("Firefox-150").build();
        RuleSet before = RuleSet.of(List.of(MAIN, WATERSHED));
        RuleSet after = RuleSet.of(List.of(shipped, WATERSHED));

        ChangedRegion region = ChangedRegions.between(
                        before, after, ChangedRegionsTest::served, ChangedRegionsTest::served)
                .regions()
                .getFirst();

        assertThat(before.firstMatch(region.example())).isEqualTo(MAIN);
        assertThat(Objects.requireNonNull(after.firstMatch(region.example())).mapping())
                .isEqualTo(new ReleaseName("Firefox-150"));
    }
}
