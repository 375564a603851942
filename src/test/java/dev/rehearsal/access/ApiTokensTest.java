package dev.rehearsal.access;

import static dev.rehearsal.access.Town.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.problem.RefusedException.Reason;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@EachDatabase
class ApiTokensTest {

    private final TestDatabase database;
    private final TestClock clock;
    private final Town town;
    private final Actor ben;
    private final ApiTokens tokens;

    ApiTokensTest(TestDatabase database) {
        this.database = database.emptied();
        this.clock = database.bean(TestClock.class);
        this.town = new Town(database);
        this.ben = town.with("ben", Town.rule());
        this.tokens = town.tokens;
    }

    @Test
    void whoeverPresentsATokenActsAsItsPerson() {
        NewToken made = tokens.create(ben, "ben", "ci", TokenScope.READ, null);

        assertThat(town.bearers.recognise(made.secret()))
                .isEqualTo(new Bearer.Known(
                        ben,
                        TokenScope.READ,
                        "token " + made.token().id(),
                        new Credential(Credential.Kind.TOKEN, made.token().id(), ben, clock.instant(), null)));
    }

    @Test
    void aTokenHasAPrefixAnd256RandomBits() {
        String first = create("one").secret();
        String second = create("two").secret();

        assertThat(first).matches("rht_[A-Za-z0-9_-]{43}").isNotEqualTo(second);
    }

    @Test
    void theTokenItselfIsKeptNowhere() {
        String secret = create("ci").secret();

        assertThat(database.rows("select * from api_tokens").toString())
                .doesNotContain(secret)
                .doesNotContain(secret.substring(4));
    }

    @Test
    void aNewTokenTellsAllButItsTextWhenItIsPrinted() {
        NewToken made = create("ci");

        assertThat(made.toString()).contains("ben", "ci").doesNotContain(made.secret());
    }

    @Test
    void anUnknownTokenIsRejected() {
        create("ci");

        rejected("rht_" + "A".repeat(43), "not known");
        rejected("", "not known");
    }

    @Test
    void anExpiredTokenIsRejectedFromThatMomentOn() {
        NewToken made = tokens.create(
                ben, "ben", "ci", TokenScope.WRITE, clock.instant().plus(Duration.ofHours(1)));

        clock.advance(Duration.ofMinutes(59));
        assertThat(town.bearers.recognise(made.secret())).isInstanceOf(Bearer.Known.class);
        clock.advance(Duration.ofMinutes(1));
        rejected(made.secret(), "expired");
    }

    @Test
    void aRevokedTokenIsRejectedAndStillListed() {
        NewToken made = create("ci");

        tokens.revoke(ADMIN, made.token().id());

        rejected(made.secret(), "revoked");
        assertThat(tokens.of(ben, "ben")).singleElement().satisfies(token -> {
            assertThat(token.revokedBy()).isEqualTo(ADMIN.name());
            assertThat(token.revokedAt()).isEqualTo(clock.instant());
        });
    }

    @Test
    void whoRevokedATokenFirstIsRemembered() {
        NewToken made = create("ci");
        tokens.revoke(ben, made.token().id());

        tokens.revoke(ADMIN, made.token().id());

        assertThat(tokens.of(ben, "ben")).extracting(ApiToken::revokedBy).containsExactly("ben");
    }

    @Test
    void aTokenOpensNothingOnceItsPersonHasNoPermission() {
        String secret = create("ci").secret();

        town.grants.take(ADMIN, "ben", PermissionName.RULE, 1);

        rejected(secret, "revoked when the last permission of ben went");
    }

    @Test
    void theConfiguredTokenBelongsToBootstrap() {
        assertThat(town.bearers.recognise(Town.BOOTSTRAP_TOKEN))
                .isEqualTo(new Bearer.Known(
                        new Actor("bootstrap"),
                        TokenScope.WRITE,
                        "bootstrap",
                        Credential.configured(Credential.Kind.TOKEN, new Actor("bootstrap"))));
        rejected(Town.BOOTSTRAP_TOKEN + "0", "not known");
    }

    @Test
    void tokensOfOthersNeedAPermission() {
        NewToken made = create("ci");
        Actor emi = town.with("emi", Town.rule());

        refused(Reason.FORBIDDEN, "lacks", () -> tokens.create(emi, "ben", "ci", TokenScope.WRITE, null));
        refused(Reason.FORBIDDEN, "lacks", () -> tokens.of(emi, "ben"));
        refused(Reason.FORBIDDEN, "lacks", () -> tokens.revoke(emi, made.token().id()));
        refused(Reason.FORBIDDEN, "lacks", () -> tokens.revoke(emi, 999));
        assertThat(tokens.of(ben, "ben")).extracting(ApiToken::isRevoked).containsExactly(false);

        tokens.create(ADMIN, "ben", "deploy", TokenScope.WRITE, null);
        assertThat(tokens.of(ADMIN, "ben")).extracting(ApiToken::name).containsExactly("deploy", "ci");
    }

    @Test
    void aTokenThatCouldDoNothingIsNotMade() {
        refused(Reason.INVALID, "no permission yet", () -> tokens.create(ADMIN, "emi", "ci", TokenScope.WRITE, null));
        refused(Reason.INVALID, "name", () -> tokens.create(ben, "ben", " ", TokenScope.WRITE, null));
        refused(
                Reason.INVALID,
                "expires_at: must be a time to come",
                () -> tokens.create(ben, "ben", "ci", TokenScope.WRITE, clock.instant()));
        refused(
                Reason.INVALID,
                "not for people",
                () -> tokens.create(new Actor("bootstrap"), "bootstrap", "ci", TokenScope.WRITE, null));
        assertThat(database.rows("select * from api_tokens")).isEmpty();
    }

    @Test
    void whatThereIsNotCannotBeRevoked() {
        refused(Reason.NOT_FOUND, "there is no token 999", () -> tokens.revoke(ADMIN, 999));
    }

    @Test
    void aTokenIsGoodForNinetyDaysUnlessSomebodySaysOtherwise() {
        NewToken made = tokens.create(ben, "ben", "ci", TokenScope.WRITE);

        assertThat(made.token().expiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(90)));
    }

    @Test
    void aTokenMakesTokensForItsOwnPersonOnlyAndNoneOutlivesIt() {
        Actor admin = ADMIN;
        ApiToken short1 = tokens.create(
                        admin,
                        admin.name(),
                        "ci",
                        TokenScope.WRITE,
                        clock.instant().plus(Duration.ofDays(1)))
                .token();
        comeWith(admin, short1);
        try {
            refused(
                    Reason.FORBIDDEN,
                    "for its own person only",
                    () -> tokens.create(admin, "ben", "x", TokenScope.WRITE, null));
            refused(
                    Reason.INVALID,
                    "expires_at: must not be after",
                    () -> tokens.create(admin, admin.name(), "x", TokenScope.WRITE, null));
            assertThat(tokens.create(admin, admin.name(), "x", TokenScope.WRITE)
                            .token()
                            .expiresAt())
                    .isEqualTo(short1.expiresAt());
            refused(
                    Reason.FORBIDDEN,
                    "an API token sets no password",
                    () -> town.accounts.setPassword(admin, admin.name(), "correct horse battery"));

            tokens.revoke(admin, short1.id());
            refused(
                    Reason.FORBIDDEN,
                    "not good any more",
                    () -> tokens.create(admin, admin.name(), "x", TokenScope.WRITE));
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void whatATokenHasMadeMakesNoneAndEndsWithIt() {
        ApiToken first = tokens.create(ben, "ben", "first", TokenScope.WRITE).token();
        NewToken second = makeWith(first, TokenScope.WRITE);

        refused(Reason.FORBIDDEN, "makes none itself", () -> makeWith(second.token(), TokenScope.READ));
        tokens.revoke(ADMIN, first.id());

        rejected(second.secret(), "revoked");
    }

    @Test
    void aTokenMakesAFewOnly() {
        ApiToken first = tokens.create(ben, "ben", "first", TokenScope.WRITE).token();
        long made = 0;
        for (int number = 1; number <= MakerTokens.MOST_MADE; number++) {
            made = makeWith(first, TokenScope.READ).token().id();
        }

        refused(Reason.FORBIDDEN, "has made 10 that are still good", () -> makeWith(first, TokenScope.READ));
        tokens.revoke(ben, made);
        makeWith(first, TokenScope.READ);
    }

    @Test
    void aTokenForReadingMakesNoneForWriting() {
        ApiToken first = tokens.create(ben, "ben", "first", TokenScope.READ).token();

        refused(Reason.FORBIDDEN, "makes none for writing", () -> makeWith(first, TokenScope.WRITE));
    }

    private NewToken makeWith(ApiToken maker, TokenScope wanted) {
        comeWith(ben, maker);
        try {
            return tokens.create(ben, "ben", "x", wanted);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void whatBecomesOfTokensIsKeptForTheJournal() {
        long id = create("ci").token().id();
        tokens.revoke(ADMIN, id);

        assertThat(database.rows("select event, detail, person from security_events order by id"))
                .extracting(row -> row.get("event") + " " + row.get("detail") + " by " + row.get("person"))
                .containsExactly(
                        "token_made " + id + " ci (write) by ben", "token_revoked " + id + " ci (write) by " + ADMIN);
    }

    @Test
    void anotherThanItsMakerConfirmsATokenAndNotItsPerson() {
        long id = tokens.create(ADMIN, "ben", "ci", TokenScope.WRITE, null)
                .token()
                .id();
        Actor emi = town.with("emi", Town.permission(Action.CREATE));
        town.with("ben", Town.permission(Action.CREATE));

        refused(Reason.FORBIDDEN, "cannot confirm", () -> tokens.confirm(ADMIN, id));
        refused(Reason.FORBIDDEN, "cannot confirm", () -> tokens.confirm(ben, id));
        assertThat(tokens.confirm(emi, id).confirmedBy()).isEqualTo("emi");
    }

    @Test
    void revokingTheLastWayInOfSomebodyWhoIsNeededWarns() {
        town.holding("ben", "qa");
        town.requires("qa", 1);
        long id = create("ci").token().id();

        assertThat(tokens.revoke(ADMIN, id))
                .containsExactly(
                        "ben has neither a password nor a token left, and holds the role 'qa', which is needed");
    }

    private static void comeWith(Actor actor, ApiToken token) {
        UsernamePasswordAuthenticationToken caller =
                UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of());
        caller.setDetails(token.credential());
        SecurityContextHolder.getContext().setAuthentication(caller);
    }

    private NewToken create(String name) {
        return tokens.create(ben, "ben", name, TokenScope.WRITE, null);
    }

    private void rejected(String secret, String sentence) {
        assertThat(town.bearers.recognise(secret))
                .isInstanceOfSatisfying(
                        Bearer.Rejected.class,
                        rejected -> assertThat(rejected.sentence()).contains(sentence));
    }

    private static void refused(Reason reason, String sentence, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason))
                .hasMessageContaining(sentence);
    }
}
