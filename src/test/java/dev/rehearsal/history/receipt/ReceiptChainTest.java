package dev.rehearsal.history.receipt;

import static dev.rehearsal.Office.addRule;
import static dev.rehearsal.Office.edit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.Office;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.approval.GuardRail;
import dev.rehearsal.approval.GuardRails;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.enactment.BreakGlassScope.Over;
import dev.rehearsal.enactment.rail.BackgroundRailJudge;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.matching.QueryBuilder;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.serve.impact.RequestClass;
import dev.rehearsal.staging.Scope;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What was live before has its receipt; then ada writes a set for release, and others sign, pass and enact it. */
@EachDatabase
class ReceiptChainTest {

    private static final SigningKey KEY = SignedReceipt.newKey();

    private final Office office;
    private final KeptReceipts receipts;

    ReceiptChainTest(TestDatabase database) {
        this.office = new Office(database);
        this.receipts = new KeptReceipts(database);
        receipts.chain(KEY).extend();
    }

    private ChangeSet enacted() {
        ChangeSet set = office.schedule("Ship R2", 1, edit(1, "mapping", "R2"));
        return office.enactment.enact(new Actor(Office.GRETA), set.id());
    }

    private ChangeSet enactedByAll() {
        office.needingSignoffs().needingTests();
        ChangeSet set = office.schedule("Ship R2", 1, edit(1, "mapping", "R2"));
        office.sign(Office.DMITRI, set, Office.RELENG);
        office.sign(Office.BEN, set, Office.RELMAN);
        office.judge(Office.CHIOMA, Outcome.PASS);
        return office.enactment.enact(new Actor(Office.GRETA), set.id());
    }

    private void assertUnbroken() {
        String before = null;
        long number = 0;
        Set<String> kinds = new HashSet<>();
        for (Receipt receipt : receipts.all()) {
            assertThat(receipt.number()).isEqualTo(++number);
            assertThat(previous(receipt)).isEqualTo(before);
            assertThat(kinds.add(receipt.kind() + " of " + receipt.set())).isTrue();
            before = receipt.envelope().digest();
            assertThat(receipt.digest()).isEqualTo(before);
        }
    }

    private static @Nullable String previous(Receipt receipt) {
        try {
            return Statement.read(receipt.envelope().payload()).previous();
        } catch (NoReceiptException no) {
            throw new AssertionError(no);
        }
    }

    @Nested
    class AReceipt {

        @Test
        void saysWhoWroteSignedPassedAndEnactedTheSet() {
            ChangeSet set = enactedByAll();
            receipts.chain(KEY).extend();

            JsonNode said = receipts.predicate(set, 0);
            assertThat(said.at("/changeSet/title").asString()).isEqualTo("Ship R2");
            assertThat(said.at("/changeSet/enactedBy").asString()).isEqualTo(Office.GRETA);
            assertThat(said.path("writers").toString()).isEqualTo("[\"ada\",\"writer@rehearsal.example\"]");
            assertThat(said.at("/policy/signoffs").toString())
                    .isEqualTo("[{\"role\":\"releng\",\"needed\":1},{\"role\":\"relman\",\"needed\":1}]");
            assertThat(said.path("signoffs"))
                    .extracting(one -> one.path("person").asString() + " "
                            + one.path("role").asString() + " "
                            + one.path("digest").equals(said.at("/changeSet/digest")))
                    .containsExactlyInAnyOrder("dmitri releng true", "ben relman true");
            assertThat(said.at("/gates/0/passes/0/person").asString()).isEqualTo(Office.CHIOMA);
            assertThat(said.at("/gates/0/fingerprint")).isEqualTo(said.at("/channels/0/fingerprint"));
            assertThat(said.path("verificationResult").asString()).isEqualTo("PASSED");
            assertThat(said.path("breakGlass").isNull()).isTrue();
        }

        @Test
        void isAboutTheRowsAndTheItemsThatWereSigned() {
            ChangeSet set = enacted();
            receipts.chain(KEY).extend();

            List<SubjectFile> subjects = office.database
                    .bean(Receipts.class)
                    .subjects(receipts.of(set).getFirst());
            assertThat(subjects).extracting(SubjectFile::name).containsExactly("enacted.json", "signed-items.json");
            assertThat(new String(subjects.getFirst().bytes(), StandardCharsets.UTF_8))
                    .contains("\"row\":\"rule\"", "\"key\":\"1\"", "\"mapping\":\"R2\"", "\"mapping\":\"R1\"");
            assertThat(new String(subjects.getLast().bytes(), StandardCharsets.UTF_8))
                    .contains("\"rule 1: mapping\":\"2:R1 -> 2:R2\"");
        }

        @Test
        void saysWhatWasPassedOver() {
            office.needingTests().freezing();
            ChangeSet set = office.schedule("Ship R2", 1, edit(1, "mapping", "R2"));
            office.enactment.breakGlass(
                    new Actor(Office.GRETA), set.id(), null, "On fire", Set.of(), Set.of(Over.GATES, Over.FREEZES));
            receipts.chain(KEY).extend();

            JsonNode said = receipts.predicate(set, 0);
            assertThat(said.path("verificationResult").asString()).isEqualTo("FAILED");
            assertThat(said.at("/breakGlass/reason").asString()).isEqualTo("On fire");
            assertThat(said.at("/breakGlass/over").toString()).isEqualTo("[\"gates\",\"freezes\"]");
            assertThat(said.at("/breakGlass/inTheWay").toString()).contains("frozen", "is not tested");
            assertThat(said.at("/freezesOverridden/0").asString()).contains("Quiet days");
        }

        @Test
        void saysWhatGuardRailsFound() {
            office.database.write(entry -> office.database
                    .bean(GuardRails.class)
                    .importAll(
                            entry,
                            List.of(new GuardRail(
                                    0,
                                    "Firefox",
                                    "release",
                                    GuardRail.Kind.RATE_HAS_FALLBACK,
                                    null,
                                    GuardRail.Mode.BLOCK,
                                    false,
                                    Office.RELMAN,
                                    1))));
            ChangeSet set = office.schedule("Half of R2", 1, edit(1, "mapping", "R2", "backgroundRate", 50));
            office.database.bean(BackgroundRailJudge.class).judgeWaiting();
            office.enactment.breakGlass(
                    new Actor(Office.GRETA), set.id(), null, "On fire", Set.of(), Set.of(Over.RAILS));
            receipts.chain(KEY).extend();

            JsonNode said = receipts.predicate(set, 0);
            assertThat(said.at("/guardRails/0/terms").asString()).isEqualTo("rate_has_fallback");
            assertThat(said.at("/guardRails/0/result").asString()).isEqualTo("fail");
            assertThat(said.at("/guardRails/0/open").asBoolean(true)).isFalse();
            assertThat(said.at("/breakGlass/inTheWay").toString()).contains("guard rail", "is not kept");
        }

        @Test
        void isOfADirectEditToo() {
            office.live(addRule("channel", "esr"));
            receipts.chain(KEY).extend();

            assertThat(receipts.all()).hasSize(2);
            assertUnbroken();
        }

        @Test
        void isOfConfigurationToo() {
            ChangeSet set = office.enactment.enactAtOnce(
                    TestDatabase.WRITER,
                    "Map",
                    List.of(RowKinds.MAPPINGS.change(
                            null, null, new MappingProposal(null, "beta", "beta-cdntest", new Scope.WholeQueue()))));
            receipts.chain(KEY).extend();

            SubjectFile rows = office.database
                    .bean(Receipts.class)
                    .subjects(receipts.of(set).getFirst())
                    .getFirst();
            assertThat(new String(rows.bytes(), StandardCharsets.UTF_8))
                    .contains("\"row\":\"channel_mapping\"", "\"test_channel\":\"beta-cdntest\"");
        }

        @Test
        void isOfNothingThatWasRolledBack() {
            office.needingSignoffs();
            ChangeSet set = office.schedule("Ship R2", 1, edit(1, "mapping", "R2"));
            assertThatThrownBy(() -> office.enactment.enact(new Actor(Office.GRETA), set.id()))
                    .hasMessageContaining("signoff is required");
            receipts.chain(KEY).extend();

            assertThat(receipts.of(set)).isEmpty();
        }

        @Test
        void isAsWrittenWhateverBecomesOfThePeople() {
            ChangeSet set = enactedByAll();
            office.database.jdbc().sql("delete from user_roles").update();
            office.database.jdbc().sql("delete from signoffs").update();
            receipts.chain(KEY).extend();

            assertThat(receipts.predicate(set, 0).path("signoffs")).hasSize(2);
        }
    }

    @Nested
    class Looks {

        @Test
        void afterAnHourAndADayNameTheFirst() {
            ChangeSet set = enacted();
            receipts.chain(KEY).extend();
            office.hoursPass(2);
            receipts.chain(KEY).extend();
            office.hoursPass(24);
            receipts.chain(KEY).extend();

            assertThat(receipts.of(set))
                    .extracting(Receipt::kind)
                    .containsExactly(ReceiptKind.ENACTED, ReceiptKind.AFTER_AN_HOUR, ReceiptKind.AFTER_A_DAY);
            assertThat(receipts.predicate(set, 2).at("/of/sha256").asString())
                    .isEqualTo(receipts.of(set).getFirst().digest());
            assertThat(receipts.predicate(set, 1).path("traffic").asString()).isEqualTo("no traffic known");
            assertUnbroken();
        }

        @Test
        void areNotTakenTwice() {
            ChangeSet set = enacted();
            office.hoursPass(2);
            receipts.chain(KEY).extend();
            receipts.chain(KEY).extend();

            assertThat(receipts.of(set)).hasSize(2);
        }

        @Test
        void sayThatItIsLiveStill() {
            ChangeSet set = enacted();
            office.hoursPass(2);
            receipts.chain(KEY).extend();

            assertThat(receipts.predicate(set, 1).path("stillLive").asBoolean()).isTrue();
        }

        @Test
        void sayThatSomethingElseIsLiveByNow() {
            ChangeSet set = enacted();
            office.live(edit(1, "mapping", "R3"));
            office.hoursPass(2);
            receipts.chain(KEY).extend();

            assertThat(receipts.predicate(set, 1).path("stillLive").asBoolean()).isFalse();
            assertThat(receipts.predicate(set, 1).at("/rows/0/asEnacted").asBoolean())
                    .isFalse();
        }

        /** As a server does that was off meanwhile. */
        @Test
        void thatComeLateTellOfTheTimeThatWasMeant() {
            ChangeSet set = enacted();
            office.hoursPass(2);
            office.live(edit(1, "mapping", "R3"));
            office.hoursPass(20);
            receipts.chain(KEY).extend();

            assertThat(receipts.predicate(set, 1).path("stillLive").asBoolean()).isTrue();
        }

        @Test
        void sayWhatGuardedChannelsAnswerStill() {
            ChangeSet set = enactedByAll();
            office.hoursPass(2);
            receipts.chain(KEY).extend();

            assertThat(receipts.predicate(set, 1).at("/channels/0/asEnacted").asBoolean())
                    .isTrue();
        }

        @Test
        void countRequestsByRelease() {
            ChangeSet set = enacted();
            office.hoursPass(2);
            UpdateQuery german = QueryBuilder.aQuery()
                    .ofProduct("Firefox")
                    .onChannel("release")
                    .inLocale("de")
                    .build();
            receipts.chain(
                            KEY,
                            (where, back) -> Optional.of(new Population(
                                    where,
                                    "a list",
                                    Office.at(1),
                                    Office.at(2),
                                    List.of(new RequestClass(german, 7)),
                                    700)))
                    .extend();

            JsonNode seen = receipts.predicate(set, 1).at("/traffic/0");
            assertThat(seen.path("source").asString()).isEqualTo("a list");
            assertThat(seen.path("requests").asLong()).isEqualTo(700);
            assertThat(seen.path("shares").propertyNames()).hasSize(1);
        }
    }

    @Nested
    class TheChain {

        @Test
        void namesTheOneBeforeFromTheFirstOn() {
            for (int time = 0; time < 5; time++) {
                office.live(edit(1, "priority", 90 + time));
            }
            receipts.chain(KEY).extend();

            assertThat(receipts.all()).hasSize(6);
            assertUnbroken();
        }

        @Test
        void goesOnWhereANodeEndedBeforeItsCommit() {
            enacted();
            failing(KEY);
            assertThat(receipts.all()).hasSize(1);

            receipts.chain(KEY).extend();

            assertThat(receipts.all()).hasSize(2);
            assertUnbroken();
        }

        /** The transaction is rolled back, as that of a node which ends in it is. */
        private void failing(SigningKey key) {
            TransactionTemplate whole = new TransactionTemplate(office.database.bean(PlatformTransactionManager.class));
            whole.executeWithoutResult(status -> {
                receipts.chain(key).extend();
                status.setRollbackOnly();
            });
        }

        @Test
        void isOneWhateverNodesGoOnWithItAtOnce() throws InterruptedException {
            for (int time = 0; time < 20; time++) {
                office.live(edit(1, "priority", 50 + time));
            }
            CountDownLatch all = new CountDownLatch(3);
            try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int node = 0; node < 3; node++) {
                    nodes.execute(() -> {
                        all.countDown();
                        await(all);
                        receipts.chain(KEY).extend();
                    });
                }
            }
            receipts.chain(KEY).extend();

            assertThat(receipts.all()).hasSize(21);
            assertUnbroken();
        }

        private static void await(CountDownLatch all) {
            try {
                all.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Nested
    class WithoutAKey {

        @Test
        void receiptsAreKeptUnsigned() {
            ChangeSet set = enacted();
            receipts.chain(null).extend();

            assertThat(receipts.of(set).getFirst().isSigned()).isFalse();
            assertThat(office.database.bean(Receipts.class).state().key()).isNull();
            assertUnbroken();
        }

        @Test
        void theyAreSignedAsTheyAreOnceThereIsOne() {
            ChangeSet set = enacted();
            receipts.chain(null).extend();
            String digest = receipts.of(set).getFirst().digest();
            receipts.chain(KEY).extend();

            Receipt signed = receipts.of(set).getFirst();
            assertThat(signed.digest()).isEqualTo(digest);
            assertThat(new Verification(List.of(KEY.verification()), Map.of(), null)
                            .of(signed.envelope().json())
                            .wrong())
                    .isEmpty();
        }
    }

    @Nested
    class AKey {

        @Test
        void thatTakesThePlaceOfAnotherEndsItAndBothStay() {
            SigningKey next = SignedReceipt.newKey();
            office.hoursPass(1);
            receipts.chain(next).extend();

            List<PublishedKey> keys = office.database.bean(Receipts.class).keys();
            assertThat(keys)
                    .extracting(PublishedKey::id)
                    .containsExactly(
                            KEY.verification().id(), next.verification().id());
            assertThat(keys.getFirst().until()).isEqualTo(keys.getLast().from());
            assertThat(keys.getLast().until()).isNull();
        }

        @Test
        void signsNoneAgainThatAnotherHasSigned() {
            receipts.chain(SignedReceipt.newKey()).extend();

            assertThat(receipts.all().getFirst().signed())
                    .extracting(Envelope.Signed::keyId)
                    .isEqualTo(KEY.verification().id());
        }
    }
}
