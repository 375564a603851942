package dev.rehearsal.mirror;

import static dev.rehearsal.mirror.BalrogState.json;
import static dev.rehearsal.mirror.BalrogState.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.access.MirroredPeople;
import dev.rehearsal.enactment.FollowState;
import dev.rehearsal.enactment.MirroredKind;
import dev.rehearsal.live.Releases;
import dev.rehearsal.matching.ReleaseName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What a Balrog does that is followed, and what becomes of the mirror. */
class MirrorTest {

    private final BalrogState state = new BalrogState();

    MirrorTest() {
        state.addFirst("One", "Firefox", blob("One", "1"));
        state.addSecond("Two", "Firefox", blob("Two", "1"));
        state.addRule(rule("{'product': 'Firefox', 'channel': 'release', 'mapping': 'One', 'alias': 'live'}"));
        state.addRule(rule("{'product': 'Firefox', 'channel': 'release-cdntest', 'mapping': 'Two'}"));
    }

    private static ObjectNode blob(String name, String build) {
        return json(("{'name': '%s', 'schema_version': 9, 'hashFunction': 'sha512', 'appVersion': '100.0',"
                        + " 'displayVersion': '100', 'updateLine': [], 'platforms': {'WINNT_x86_64-msvc': {'locales': {"
                        + "'de': {'buildID': '%s', 'completes': [{'from': '*', 'filesize': 1, 'hashValue': 'a'}]},"
                        + "'fr': {'buildID': '%s', 'completes': [{'from': '*', 'filesize': 1, 'hashValue': 'a'}]}}}}}")
                .formatted(name, build, build));
    }

    private static void assertSame(Followed followed) {
        assertThat(Followed.differences(followed.here(), followed.there())).isEmpty();
    }

    @Test
    void fetchesOneInTurnWhereNothingHasChanged() {
        try (Followed followed = Followed.of(state)) {
            followed.look();
            followed.source.asked.clear();
            followed.look();
            assertThat(followed.source.asked)
                    .filteredOn(List.of("/releases/One", "/v2/releases/Two")::contains)
                    .hasSize(1);
        }
    }

    @Test
    void fetchesOnlyThePartsThatHaveChanged() {
        try (Followed followed = Followed.of(state)) {
            followed.look();
            followed.source.asked.clear();
            state.part("Two", ".platforms.WINNT_x86_64-msvc.locales.de", json("{'buildID': '2'}"));
            followed.look();
            assertThat(followed.source.asked)
                    .contains("/releases/Two/builds/WINNT_x86_64-msvc/de")
                    .doesNotContain("/releases/One", "/v2/releases/Two", "/releases/Two/builds/WINNT_x86_64-msvc/fr");
            assertSame(followed);
        }
    }

    @Test
    void fetchesNothingAgainAfterARestart() {
        AtomicInteger failing = new AtomicInteger();
        try (Followed followed = Followed.of(
                state,
                path -> path.equals("/v2/releases/Two") && failing.getAndIncrement() < 5
                        ? new BalrogStandIn.Instead(500, "no")
                        : null)) {
            assertThatThrownBy(followed::look).isInstanceOf(SourceException.class);
            followed.restart();
            followed.source.asked.clear();
            followed.look();
            assertThat(followed.source.asked).doesNotContain("/releases/One").contains("/v2/releases/Two");
            assertSame(followed);
        }
    }

    @Test
    void readsAgainWhatChangesUnderItsHands() {
        AtomicInteger changes = new AtomicInteger();
        try (Followed followed = Followed.of(state, path -> {
            if (path.equals("/releases/One") && changes.getAndIncrement() == 0) {
                synchronized (state) {
                    state.rule(1L).put("mapping", "Two").put("data_version", 2);
                    state.first.remove("One");
                }
            }
            return null;
        })) {
            followed.look();
            assertSame(followed);
        }
    }

    @Test
    void waitsForAnotherLookWhereTheSourceIsWrittenToAllTheWhile() {
        AtomicInteger changes = new AtomicInteger();
        try (Followed followed = Followed.of(state, path -> {
            if (path.equals("/rules")) {
                synchronized (state) {
                    state.rule(1L).put("priority", changes.get()).put("data_version", changes.incrementAndGet());
                }
            }
            return null;
        })) {
            assertThatThrownBy(followed::look).hasMessageContaining("written to all the while");
            assertThat(followed.here()).isEmpty();
        }
    }

    @Test
    void readsListsPageByPage() {
        try (Followed followed = Followed.of(state)) {
            for (int rule = 0; rule < 7; rule++) {
                state.addRule(rule("{'product': 'Firefox', 'mapping': 'One'}"));
            }
            followed.source.pageBy(2);
            followed.look();
            assertSame(followed);
        }
    }

    @Test
    void triesAgainWhereTheSourceFailsForAMoment() {
        AtomicInteger failing = new AtomicInteger();
        try (Followed followed = Followed.of(
                state, path -> failing.getAndIncrement() % 2 == 0 ? new BalrogStandIn.Instead(503, "later") : null)) {
            followed.look();
            assertSame(followed);
        }
    }

    @Test
    void leavesAllAsItIsWhereTheSourceIsAway() {
        CountDownLatch away = new CountDownLatch(1);
        try (Followed followed =
                Followed.of(state, path -> away.getCount() == 0 ? new BalrogStandIn.Instead(500, "gone") : null)) {
            followed.look();
            List<String> before = List.of(followed.here().toString());
            away.countDown();
            assertThatThrownBy(followed::look)
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("500");
            assertThat(List.of(followed.here().toString())).isEqualTo(before);
        }
    }

    @Test
    void doesNotWaitForASlowSourceForEver() {
        CountDownLatch end = new CountDownLatch(1);
        try (Followed followed = Followed.of(
                state,
                path -> {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return null;
                },
                "a-token",
                Duration.ofMillis(50))) {
            assertThatThrownBy(followed::look).hasMessageContaining("no answer within");
            end.countDown();
        }
    }

    @Test
    void leavesAllAsItIsWhereTheSourceAnswersNonsense() {
        List<String> nonsense = new ArrayList<>(List.of(
                "",
                "<html>",
                "[]",
                "{}",
                "{\"rules\": []}",
                "{\"rules\": {}}",
                "{\"count\": 3, \"rules\": []}",
                "{\"rules\": [1]}"));
        nonsense.add("{\"rules\": [{\"rule_id\": \"x\"}]}");
        nonsense.add("{\"rules\": [{\"rule_id\": 1, \"data_version\": 1, \"priority\": \"high\"}]}");
        List<String> left = new CopyOnWriteArrayList<>();
        try (Followed followed = Followed.of(
                state,
                path -> path.equals("/rules") && !left.isEmpty()
                        ? new BalrogStandIn.Instead(200, left.getFirst())
                        : null)) {
            followed.look();
            String before = followed.here().toString();
            for (String answer : nonsense) {
                left.clear();
                left.add(answer);
                assertThatThrownBy(followed::look).as(answer).isInstanceOf(SourceException.class);
                assertThat(followed.here().toString()).as(answer).isEqualTo(before);
            }
        }
    }

    @Test
    void leavesAllAsItIsWhateverTheSourceAnswersNonsenseTo() {
        state.schedule(
                "v2",
                (ObjectNode) json("{'name': 'Two', 'product': 'Firefox', 'read_only': false, 'change_type': 'update'}")
                        .set("data", blob("Two", "5")),
                1_000,
                "ann@x.example");
        List<String> left = new CopyOnWriteArrayList<>();
        try (Followed followed = Followed.of(
                state,
                path -> !left.isEmpty() && path.equals(left.getFirst())
                        ? new BalrogStandIn.Instead(200, left.getLast())
                        : null)) {
            followed.look();
            Set<String> paths = new TreeSet<>(followed.source.asked);
            paths.removeIf(path -> path.startsWith("/v2/pins/"));
            String before = followed.here() + " " + followed.waitingHere();
            for (String path : paths) {
                for (String nonsense : List.of("", "<html>", "7", "[]", "[{}]", "{'rules': [{}]}")) {
                    BalrogState.bump(state.rule(1L));
                    BalrogState.bump(state.first("One"));
                    left.clear();
                    left.addAll(List.of(path, nonsense.replace('\'', '"')));
                    assertThatThrownBy(followed::look)
                            .as("%s answers %s", path, nonsense)
                            .isInstanceOf(SourceException.class);
                    assertThat(followed.here() + " " + followed.waitingHere())
                            .as("%s answers %s", path, nonsense)
                            .isEqualTo(before);
                }
            }
        }
    }

    @Test
    void refusesTwoRowsOfOneKey() {
        ObjectNode other = state.rule(1L).deepCopy().put("priority", 7);
        try (Followed followed = Followed.of(
                state,
                path -> path.equals("/rules")
                        ? new BalrogStandIn.Instead(200, "{\"rules\": [%s, %s]}".formatted(state.rule(1L), other))
                        : null)) {
            assertThatThrownBy(followed::look).hasMessageContaining("listed twice");
        }
    }

    @Test
    void readsThePageThatItAlwaysGetsOnlyOnceMore() {
        AtomicInteger pages = new AtomicInteger();
        try (Followed followed = Followed.of(
                state,
                path -> path.equals("/rules") && pages.incrementAndGet() < 1_000
                        ? new BalrogStandIn.Instead(
                                200, "{\"count\": 100000, \"rules\": [%s]}".formatted(state.rule(1L)))
                        : null)) {
            assertThatThrownBy(followed::look).hasMessageContaining("tells of 100000 rows");
            assertThat(pages).hasValue(2);
        }
    }

    private void assertStillWaits(String path, int status) {
        List<String> failing = new CopyOnWriteArrayList<>();
        try (Followed followed =
                Followed.of(state, asked -> failing.contains(asked) ? new BalrogStandIn.Instead(status, "no") : null)) {
            followed.look();
            assertThat(followed.waitingHere()).isNotEmpty();
            failing.add(path);
            state.rule(1L).put("priority", 50).put("data_version", 2);
            assertThatThrownBy(followed::look).isInstanceOf(SourceException.class);
            assertThat(followed.waitingHere()).isEqualTo(followed.waitingThere());
        }
    }

    @Test
    void takesNothingForWithdrawnOfWhichItCannotReadTheContent() {
        state.schedule(
                "v2",
                (ObjectNode) json("{'name': 'Two', 'product': 'Firefox', 'read_only': false, 'change_type': 'update'}")
                        .set("data", blob("Two", "5")),
                1_000,
                "ann@x.example");
        assertStillWaits("/v2/releases/Two", 500);
    }

    @Test
    void takesNothingForWithdrawnThatItMayNotReadAnyMore() {
        state.schedule(
                "rules",
                rule("{'mapping': 'One', 'product': 'Firefox'}").put("change_type", "insert"),
                1_000,
                "ann@x.example");
        assertStillWaits("/scheduled_changes/rules", 403);
    }

    @Test
    void takesNobodyForGoneWhereNobodyIsShown() {
        state.people.put(
                "ann@x.example", json("{'permissions': {'admin': {'options': null, 'data_version': 1}}, 'roles': []}"));
        try (Followed followed = Followed.of(state)) {
            followed.look();
            state.people.clear();
            assertThatThrownBy(followed::look).hasMessageContaining("nobody");
            assertThat(followed.database.bean(MirroredPeople.class).all()).hasSize(1);
        }
    }

    @Test
    void followsASourceThatHasLostItsHistory() {
        BalrogState old = state.copy();
        try (Followed followed = Followed.of(state)) {
            state.rule(1L).put("priority", 50).put("data_version", 2);
            state.part("Two", ".platforms.WINNT_x86_64-msvc.locales.de", json("{'buildID': '2'}"));
            followed.look();
            state.rules.putAll(old.rules);
            state.second.putAll(old.second);
            state.part("Two", ".platforms.WINNT_x86_64-msvc.locales.de", json("{'buildID': '3'}"));
            followed.look();
            assertSame(followed);
        }
    }

    @Test
    void findsInTurnWhatWentAndCameAgainInAnotherForm() {
        String locale = ".platforms.WINNT_x86_64-msvc.locales.de";
        try (Followed followed = Followed.of(state)) {
            followed.look();
            state.part("Two", locale, null);
            state.part("Two", locale, json("{'buildID': '2'}"));
            followed.look();
            followed.look();
            assertSame(followed);
        }
    }

    @Test
    void mirrorsNobodyWithATokenThatMayNotSeePeople() {
        state.people.put(
                "ann@x.example", json("{'permissions': {'admin': {'options': null, 'data_version': 1}}, 'roles': []}"));
        try (Followed followed =
                Followed.of(state, path -> path.equals("/users") ? new BalrogStandIn.Instead(403, "{}") : null)) {
            followed.look();
            assertThat(followed.database.bean(MirroredPeople.class).all()).isEmpty();
            assertThat(followed.tables().read().map(FollowState::kinds).orElseThrow())
                    .doesNotContain(MirroredKind.PERMISSIONS, MirroredKind.ROLES);
        }
    }

    @Test
    void seesAllThatIsLiveThroughThePublicApi() {
        state.pins.put(
                "Firefox\nrelease\n100.\n",
                json(
                        "{'product': 'Firefox', 'channel': 'release', 'version': '100.', 'mapping': 'One', 'data_version': 1}"));
        try (Followed followed = Followed.of(state, path -> null, "", Duration.ofSeconds(20))) {
            followed.look();
            state.part("Two", ".platforms.WINNT_x86_64-msvc.locales.de", json("{'buildID': '2'}"));
            followed.look();
            assertThat(Followed.differences(followed.here(), followed.there()).stream()
                            .filter(line -> !line.startsWith("part ")))
                    .isEmpty();
            assertThat(followed.database.bean(Releases.class).find(new ReleaseName("Two")))
                    .isPresent();
            assertThat(followed.tables().read().map(FollowState::kinds).orElseThrow())
                    .doesNotContain(MirroredKind.SETS, MirroredKind.REQUIREMENTS);
        }
    }

    @Test
    void asksForPinsOnTheChannelsThatAnswersLookThemUpUnder() {
        state.addRule(rule("{'product': 'Firefox', 'channel': 'beta-cck-acme', 'mapping': 'One'}"));
        state.pins.put(
                "Firefox\nbeta\n100.\n",
                json(
                        "{'product': 'Firefox', 'channel': 'beta', 'version': '100.', 'mapping': 'One', 'data_version': 1}"));
        try (Followed followed = Followed.of(state)) {
            followed.look();
            assertSame(followed);
            assertThat(followed.source.asked).noneMatch(path -> path.contains("cck"));
        }
    }

    @Test
    void leavesOutWhatIsScheduledAndCannotBeTold() {
        state.schedule(
                "releases",
                json("{'name': 'Three', 'product': 'Firefox', 'data': '{', 'change_type': 'insert'}"),
                1_000,
                "ann@x.example");
        state.schedule(
                "rules",
                rule("{'mapping': 'One', 'update_type': null}").put("change_type", "insert"),
                1_000,
                "ann@x.example");
        try (Followed followed = Followed.of(state)) {
            followed.look();
            assertSame(followed);
            assertThat(followed.waitingHere()).isEmpty();
        }
    }
}
