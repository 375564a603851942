package dev.rehearsal.notice;

import static dev.rehearsal.Office.edit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.Office;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.People;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.DatabaseClock;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.notice.store.DeliveryStore;
import dev.rehearsal.notice.store.NoticeStore;
import dev.rehearsal.notice.store.WebhookStore;
import dev.rehearsal.notice.store.WishStore;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.SnapshotKeeper;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.PlatformTransactionManager;

@EachDatabase
class NoticeWishesTest {

    private static final Actor ADA = new Actor(Office.ADA);
    private static final Actor MAILED = new Actor("fay@rehearsal.example");

    private final TestDatabase database;
    private final Office office;
    private final NoticeWishes wishes;

    NoticeWishesTest(TestDatabase database) {
        this.database = database;
        office = new Office(database);
        database.permit(MAILED, PermissionName.RULE);
        wishes = new NoticeWishes(
                database.bean(WishStore.class),
                database.bean(People.class),
                database.bean(WriteLock.class),
                MailboxTest.mailbox(1, ""));
    }

    /** Where a server for e-mail is, people are receivers, too. */
    private List<Object> receivers() {
        new Distribution(
                        database.bean(NoticeStore.class),
                        database.bean(DeliveryStore.class),
                        database.bean(WebhookStore.class),
                        wishes,
                        database.bean(ChangeSets.class),
                        database.bean(SnapshotKeeper.class),
                        database.bean(DatabaseClock.class),
                        database.bean(PlatformTransactionManager.class))
                .run();
        return database.rows("select receiver from notice_deliveries order by receiver").stream()
                .map(row -> (Object) row.get("receiver"))
                .toList();
    }

    private void forget() {
        database.jdbc().sql("delete from notices").update();
    }

    private void hold() {
        forget();
        office.changeSets.hold(
                new Actor(Office.GRETA),
                office.schedule("More", 1, edit(2, "comment", "c")).id(),
                null);
    }

    @Test
    void aNameThatIsAnAddressIsTakenForIt() {
        assertThat(wishes.of(MAILED)).isEqualTo(new Wishes(MAILED.name(), NoticeKind.byDefault()));
        assertThat(wishes.of(ADA).address()).isEmpty();
    }

    @Test
    void somebodyIsToldOfTheirOwnSetsAndEmergenciesUnlessTheySaidOtherwise() {
        assertThat(NoticeKind.byDefault()).doesNotContain(NoticeKind.WENT_LIVE).hasSize(11);
    }

    @Test
    void whatSomebodyWantsIsKept() {
        Wishes wanted = new Wishes("ada@example.com", EnumSet.of(NoticeKind.ALARM));

        wishes.put(ADA, new Wishes("other@example.com", Set.of()));
        wishes.put(ADA, wanted);

        assertThat(wishes.of(ADA)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "ada@", "@example.com", "a@b, c@d", "Ada <ada@example.com>", "ada@exa mple.com"})
    void whatIsNoAddressIsRefused(String address) {
        assertThatThrownBy(() -> wishes.put(ADA, new Wishes(address, Set.of())))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("must be an e-mail address");
    }

    @Test
    void whoeverIsNobodyHereWantsNothing() {
        assertThatThrownBy(() -> wishes.put(new Actor("stranger"), new Wishes("", Set.of())))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void theAuthorIsToldWhatSomebodyElseDid() {
        wishes.put(ADA, new Wishes("ada@example.com", EnumSet.of(NoticeKind.SET_CHANGED)));
        hold();

        assertThat(receivers()).containsExactly("person ada");
    }

    @Test
    void nobodyIsToldWhatTheyDoNotWant() {
        wishes.put(ADA, new Wishes("ada@example.com", EnumSet.of(NoticeKind.ALARM)));
        hold();

        assertThat(receivers()).isEmpty();
    }

    @Test
    void whatIsLiveIsToldThoseWhoAskedForIt() {
        wishes.put(MAILED, new Wishes(MAILED.name(), EnumSet.of(NoticeKind.WENT_LIVE)));
        forget();
        office.live(edit(2, "comment", "c"));

        assertThat(receivers()).containsExactly("person fay@rehearsal.example");
    }
}
