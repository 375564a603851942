package dev.rehearsal.ui.following;

import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.RITA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.enactment.FollowedTables;
import dev.rehearsal.enactment.MirroredKind;
import dev.rehearsal.ui.frame.Page;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FollowingViewTest {

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    private final FollowedTables tables = TestDatabase.H2.bean(FollowedTables.class);

    FollowingViewTest() {
        new LiveFirefox(TestDatabase.H2);
        tables.read();
    }

    @AfterEach
    void followNobody() {
        TestDatabase.H2.emptied();
        tables.read();
    }

    private void follow() {
        tables.begin("https://balrog.example/api", EnumSet.of(MirroredKind.RULES));
    }

    @Test
    void saysThatNobodyIsFollowed() {
        page.open(ADA, "following");
        assertThat(page.text()).contains("No Balrog is followed").doesNotContain("Take over");
    }

    @Test
    void saysWhatIsFollowedAndThatTheFirstCopyIsOnItsWay() {
        follow();
        page.open(ADA, "following");
        assertThat(page.text()).contains("https://balrog.example/api").contains("The first copy is on its way");
    }

    @Test
    void doesNotTakeOverWhatIsNotHere() {
        follow();
        page.open(ADA, "following");
        assertThat(page.button("Take over").isEnabled()).isFalse();
        assertThat(page.text()).containsIgnoringCase("something that is marked as needed is missing");
    }

    @Test
    void tellsOthersWhoTakesOver() {
        follow();
        page.open(RITA, "following");
        assertThat(page.text()).containsIgnoringCase("you need the permission admin");
    }

    @Test
    void theFrameTellsWhoseRulesTheseAre() {
        follow();
        page.open(ADA, "rules");
        FollowNotice notice = TestDatabase.H2.bean(FollowNotice.class);
        assertThat(Page.textOf(notice.current().getFirst()))
                .contains("A first copy of https://balrog.example/api is on its way");
    }
}
