package dev.rehearsal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.RowTable;
import dev.rehearsal.problem.RefusedException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What was approved is made once, within a week, for its person; or for who asked, where the person cannot come in. */
@EachDatabase
class ApprovedSecretsTest {

    private static final String BOT = "bot@example.org";

    private final TestDatabase database;
    private final Town town;
    private final Actor ada;
    private final Actor ben;
    private final ApprovedSecrets.Tables tables = new ApprovedSecrets.Tables();

    ApprovedSecretsTest(TestDatabase database) {
        this.database = database.emptied();
        this.town = new Town(database, BOT);
        this.ada = town.with("ada", Town.permission(Action.CREATE));
        this.ben = town.with("ben", Town.rule());
        town.with(BOT, Town.rule());
    }

    @Test
    void aTokenIsForItsPersonWhoCanComeIn() {
        town.accounts.setPassword(Town.ADMIN, "ben", "correct horse battery");
        approveToken("ben");

        assertThat(town.secrets.of(ada)).isEmpty();
        assertThat(town.tokens.recognise(collect(ben).text())).isInstanceOf(Bearer.Known.class);
    }

    @Test
    void aTokenStaysItsPersonsWhoseOthersAreRevokedThen() {
        long token = database.write(entry -> town.tokens.mintToken(entry, "ben", "first", TokenScope.WRITE, null))
                .token()
                .id();
        approveToken("ben");
        town.tokens.revoke(Town.ADMIN, token);

        assertThat(town.secrets.of(ada)).isEmpty();
        assertThat(town.secrets.of(ben)).hasSize(1);
    }

    @Test
    void aTokenIsItsPersonsAlsoWhereTheirOthersWereRevokedBefore() {
        long token = database.write(entry -> town.tokens.mintToken(entry, "ben", "first", TokenScope.WRITE, null))
                .token()
                .id();
        town.tokens.revoke(Town.ADMIN, token);
        approveToken("ben");

        assertThat(town.secrets.of(ada)).isEmpty();
    }

    @Test
    void aFirstPasswordStaysForWhoAskedOnceThePersonHasAnother() {
        approvePassword("ben");
        town.accounts.setPassword(Town.ADMIN, "ben", "correct horse battery");

        assertThat(town.secrets.of(ben)).isEmpty();
    }

    @Test
    void automationsIsForWhoAsked() {
        approveToken(BOT);

        assertThat(town.secrets.of(new Actor(BOT))).isEmpty();
        assertThat(town.tokens.recognise(collect(ada).text())).isInstanceOf(Bearer.Known.class);
    }

    @Test
    void aFirstPasswordIsForWhoAskedAndSaysSo() {
        approvePassword("ben");

        String password = collect(ada).text();

        assertThat(town.accounts.isPasswordOf("ben", password)).isTrue();
        assertThat(town.accounts
                        .begin(ben, database.bean(TestClock.class).instant())
                        .credential()
                        .givenBy())
                .isEqualTo(ada);
    }

    @Test
    void aLaterOneIsForThePerson() {
        town.accounts.setPassword(Town.ADMIN, "ben", "correct horse battery");
        approvePassword("ben");

        assertThat(town.secrets.of(ada)).isEmpty();
        assertThat(town.accounts.isPasswordOf("ben", collect(ben).text())).isTrue();
    }

    @Test
    void whoAskedCannotCollectOnceTheyMayGiveNothing() {
        approveToken(BOT);
        town.with("ada", Town.permission(Action.VIEW));

        assertThat(town.secrets.of(ada)).isEmpty();
    }

    @Test
    void isShownOnce() {
        approveToken(BOT);
        long id = town.secrets.of(ada).getFirst().id();
        town.secrets.collect(ada, id);

        assertThatThrownBy(() -> town.secrets.collect(ada, id)).isInstanceOf(RefusedException.class);
    }

    @Test
    void isNotThereAfterAWeek() {
        approveToken(BOT);
        long id = town.secrets.of(ada).getFirst().id();

        database.bean(TestClock.class).advance(Duration.ofDays(7));

        assertThat(town.secrets.of(ada)).isEmpty();
        assertThatThrownBy(() -> town.secrets.collect(ada, id)).isInstanceOf(RefusedException.class);
    }

    @Test
    void isNotTheNextOnesOfThatName() {
        approveToken("ben");
        assertThat(town.secrets.of(ada)).hasSize(1);

        database.write(entry -> town.people.remove(entry, "ben", PermissionName.RULE));
        town.with("ben", Town.rule());

        assertThat(town.secrets.of(ada)).isEmpty();
        assertThat(town.secrets.of(ben)).isEmpty();
    }

    @Test
    void noSecretIsKept() {
        approvePassword("ben");
        String password = collect(ada).text();

        assertThat(database.rows("select * from approved_secrets").toString()).doesNotContain(password);
    }

    private CollectedSecret collect(Actor by) {
        return town.secrets.collect(by, town.secrets.of(by).getFirst().id());
    }

    private void approveToken(String person) {
        approve(
                tables.askedTokens(town.secrets),
                new AskedToken(person, town.person(person).id(), "builds", TokenScope.READ, null));
    }

    private void approvePassword(String person) {
        approve(
                tables.askedPasswords(town.secrets),
                new AskedPassword(person, town.person(person).id()));
    }

    private <R> void approve(RowTable<R> table, R asked) {
        database.write(entry -> {
            table.write(entry.enacting(1, ada), null, asked);
            return asked;
        });
    }
}
