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

    @Test
    void whatCanBeReadIsLeftAlone() {
        page.open(ADA, "history?set=1&page=2&until=1772442000000");

        assertThat(_find(WrongAddress.class)).isEmpty();
    }

    private static String told() {
        return Page.textOf(_get(WrongAddress.class));
    }
}
