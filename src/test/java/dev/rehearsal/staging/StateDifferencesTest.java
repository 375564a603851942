package dev.rehearsal.staging;

import static dev.rehearsal.matching.RuleBuilder.aRule;
import static dev.rehearsal.staging.LiveState.live;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleBuilder;
import dev.rehearsal.matching.RuleField;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Looks at Firefox on release. */
class StateDifferencesTest {

    private static RuleBuilder main() {
        return aRule().withId(1)
                .withPriority(90)
                .forProduct("Firefox")
                .forChannel("release")
                .mapsTo("R1");
    }

    private static RuleBuilder old() {
        return main().withId(2).withPriority(120).forVersion("<100.0");
    }

    private static RuleBuilder japan() {
        return main().withId(3).withPriority(100).forLocale("ja");
    }

    private static LiveState state(RuleBuilder... rules) {
        LiveState state = live().releases("R1", "R2", "R3");
        for (RuleBuilder rule : rules) {
            state.rule(rule);
        }
        return state;
    }

    private static List<StateDifference> between(LiveState before, LiveState after) {
        Tables now = after.tables();
        // One source of contents knows both.
        after.contents().knowAlso(before.contents());
        return StateDifferences.between(before.tables(), now, after.contents(), "Firefox", "release");
    }

    @Test
    void areNoneForWhatDecidesNothing() {
        assertThat(between(
                        state(main(), old()),
                        state(
                                main().withAlias("main").withComment("why").forChannel("release*"),
                                old().withPriority(7000),
                                main().withId(9).forChannel("beta").mapsTo("R3"))))
                .isEmpty();
    }

    @Test
    void nameTheFieldsOfAnEditedRule() {
        assertThat(between(state(main()), state(main().atBackgroundRate(25).withComment("slowly"))))
                .singleElement()
                .isInstanceOfSatisfying(
                        StateDifference.RuleEdited.class,
                        edited -> assertThat(edited.fields()).containsExactly(RuleField.BACKGROUND_RATE));
    }

    @Test
    void nameTheChannelWhereARuleReachesMoreOrLessOfIt() {
        assertThat(between(state(main().forChannel("release-cck-*")), state(main())))
                .singleElement()
                .isInstanceOfSatisfying(
                        StateDifference.RuleEdited.class,
                        edited -> assertThat(edited.fields()).containsExactly(RuleField.CHANNEL));
    }

    @Test
    void tellWhatARuleWasThatComesFromAnotherChannelAndBecomesThatGoesThere() {
        LiveState elsewhere = state(main(), japan().forChannel("beta"));
        LiveState here = state(main(), japan());

        assertThat(between(elsewhere, here))
                .containsExactly(new StateDifference.RuleAdded(
                        japan().build(), japan().forChannel("beta").build()));
        assertThat(between(here, elsewhere))
                .containsExactly(new StateDifference.RuleRemoved(
                        japan().build(), japan().forChannel("beta").build()));
    }

    @Test
    void nameTheOneRuleWhosePriorityWasEdited() {
        assertThat(between(state(main(), old(), japan()), state(main().withPriority(300), old(), japan())))
                .containsExactly(new StateDifference.RuleMoved(
                        main().build(), main().withPriority(300).build(), true));
        assertThat(between(state(main(), old(), japan()), state(main(), old().withPriority(1), japan())))
                .containsExactly(new StateDifference.RuleMoved(
                        old().build(), old().withPriority(1).build(), false));
    }

    @Test
    void tellARuleThatWasRenumberedAndEditedElsewhereByWhatItSays() {
        assertThat(between(
                        state(main(), japan()),
                        state(main().withId(40), japan().withId(41).withAlias("japan"), old())))
                .containsExactly(new StateDifference.RuleAdded(old().build(), null));
    }

    @Test
    void nameReleasesThatComeWithinReachAndLeaveIt() {
        assertThat(between(state(main()), state(main().mapsTo("R2"))))
                .filteredOn(difference -> !(difference instanceof StateDifference.RuleEdited))
                .satisfiesExactly(
                        left -> assertThat(left)
                                .isInstanceOfSatisfying(
                                        StateDifference.ReleaseLeft.class,
                                        release -> assertThat(release.name()).isEqualTo(new ReleaseName("R1"))),
                        entered -> assertThat(entered)
                                .isInstanceOfSatisfying(
                                        StateDifference.ReleaseEntered.class,
                                        release -> assertThat(release.name()).isEqualTo(new ReleaseName("R2"))));
    }

    @Test
    void nameAReleaseThatChangedAndNoneThatWasOnlyLocked() {
        assertThat(between(state(main()), state(main()).release("R1", Blobs.app("101.0"))))
                .singleElement()
                .isInstanceOf(StateDifference.ReleaseChanged.class);
        assertThat(between(state(main()), state(main()).readOnlyRelease("R1", Blobs.app("100.0"))))
                .isEmpty();
    }

    @Test
    void nameAReleaseThatIsGone() {
        assertThat(between(state(main()), state(main()).without("R1")))
                .singleElement()
                .isInstanceOfSatisfying(
                        StateDifference.ReleaseChanged.class,
                        changed -> assertThat(changed.becomes()).isNull());
    }

    @Test
    void namePinsAndWhereTheyLead() {
        Pins.Key pin = new Pins.Key("Firefox", "release", "100.");

        assertThat(between(state(main()), state(main()).pin("Firefox", "release", "100.", "R1")))
                .containsExactly(new StateDifference.PinDiffers(pin, null, new ReleaseName("R1")));
    }

    @Test
    void nameAPartialSourceWhoseBuildsDiffer() {
        LiveState before = state(main()).release("R1", Blobs.appWithPartials("102.0", "R2"));
        LiveState after = state(main())
                .release("R1", Blobs.appWithPartials("102.0", "R2"))
                .release("R2", Blobs.app("100.0", "20990101000000"));

        assertThat(between(before, after))
                .containsExactly(new StateDifference.PartialSourceChanged(new ReleaseName("R2")));
    }

    @Test
    void nameAProductThatASuperblobDrawsIn() {
        LiveState before = state(main()).release("R1", Blobs.superblobOfProducts());
        LiveState after = state(main()).release("R1", Blobs.superblobOfProducts("GMP"));

        assertThat(between(before, after)).contains(new StateDifference.ProductEntered("GMP"));
        assertThat(between(after, before)).contains(new StateDifference.ProductLeft("GMP"));
    }

    @Test
    void nameIdsOnlyWhereTheyDecideWhichRuleFails() {
        LiveState before = state(main().forVersion("not.a.version"), japan().forVersion("neither"));
        LiveState after = state(
                main().withId(3).forVersion("not.a.version"), japan().withId(1).forVersion("neither"));

        assertThat(between(before, after)).containsExactly(new StateDifference.RulesRenumbered());
    }
}
