package dev.rehearsal.ui.frame;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.LiveFirefox.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongAddressTest {

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    @BeforeEach
    void live() {
        new LiveFirefox(TestDatabase.H2);
    }

    @Test
    void aTimeThatIsNoneIsToldAsSuch() {
        page.open(ADA, "time-machine?channel=release-cdntest&at=rubbish");

        assertThat(told())
                .isEqualTo("The address says at=rubbish, which is no time. It is left out here: times are"
                        + " milliseconds since 1970.");
    }

    @Test
    void aNumberBeyondRangeIsToldAsSuch() {
        page.open(ADA, "history?set=9223372036854775808");

        assertThat(told()).startsWith("The address says set=9223372036854775808, which is no number");
    }

    @Test
    void aNumberBelowZeroIsToldAsSuch() {
        page.open(ADA, "receipts?page=-3");

        assertThat(told()).startsWith("The address says page=-3, which is no number");
    }

    @Test
    void aReceiptThatIsNoNumberIsToldAsSuch() {
        page.open(ADA, "receipts?receipt=x");

        assertThat(told()).startsWith("The address says receipt=x, which is no number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "changes?state=zzz",
                "releases?use=zzz",
                "releases?sort=zzz",
                "releases/Firefox-130?tab=zzz",
                "pins?do=zzz",
                "signoffs?change=zzz",
                "webhooks?state=zzz",
                "mappings/adoption?step=zzz",
                "rules/new?after=zzz"
            })
    void aChoiceThatThereIsNotIsToldWithThoseThatThereAre(String address) {
        page.open(ADA, address);

        assertThat(told())
                .startsWith("The address says " + address.substring(address.indexOf('?') + 1) + ", which is none of ")
                .endsWith(". It is left out here.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?zzz=1",
                "history?kind=zzz",
                "changes/1?state=pending",
                "rules?page=2",
                "traffic?days=7",
                "rollouts?state=going",
                "people?person=ada"
            })
    void aParameterThatTheScreenDoesNotTakeIsTold(String address) {
        page.open(ADA, address);

        assertThat(told()).contains("which says nothing to this screen");
    }

    @Test
    void aDayThatIsNoneIsToldWithOneThatIs() {
        page.open(ADA, "history?from=2026-02-30");

        assertThat(told())
                .isEqualTo("The address says from=2026-02-30, which is no day. It is left out here: days are like"
                        + " 2026-11-02.");
    }

    @Test
    void aFlagThatIsSetToSomethingElseIsNotSet() {
        page.open(ADA, "rules?unreached=zzz");

        assertThat(told()).contains("unreached=zzz, which is not 1");
    }

    @Test
    void numbersOfWhichOneIsNoneAreTold() {
        page.open(ADA, "changes/back?sets=1,x");

        assertThat(told()).startsWith("The address says sets=1,x, where not everything is a number.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?continue",
                "history?set=1&page=2&until=1772442000000&from=2026-11-02&object=rule",
                "changes?state=held&product=Firefox&channel=release&text=x",
                "changes/together?sets=1.2",
                "releases?use=unused&sort=-name",
                "releases/Firefox-130?tab=text&part=x&find=y",
                "releases/Firefox-130/revert?revision=1",
                "pins?do=add",
                "signoffs?change=gate&of=Firefox&channel=release",
                "webhooks?webhook=new&state=dead",
                "mappings?mapping=new&product=Firefox&live=release&test=release-cdntest",
                "rules?pending=1&rule=1&saved=1",
                "rules/new?product=Firefox&channel=release&mapping=x",
                "rules/1/edit?set=1&after=queue",
                "rules/many/edit?rules=1-3.7",
                "channels/release-cdntest?product=Firefox&url=x&all=1",
                "ask?url=x&at=1772442000000",
                "waiting?open=set-1"
            })
    void whatCanBeReadIsLeftAlone(String address) {
        page.open(ADA, address);

        assertThat(_find(WrongAddress.class)).isEmpty();
    }

    private static String told() {
        return Page.textOf(_get(WrongAddress.class));
    }
}
