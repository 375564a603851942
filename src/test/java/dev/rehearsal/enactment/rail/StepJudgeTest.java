package dev.rehearsal.enactment.rail;

import static dev.rehearsal.matching.QueryBuilder.aQuery;
import static dev.rehearsal.matching.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.access.Role;
import dev.rehearsal.approval.GuardRail;
import dev.rehearsal.approval.RailJudgement;
import dev.rehearsal.approval.RailJudgement.Result;
import dev.rehearsal.approval.RailedStep;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.UrlPolicy;
import dev.rehearsal.enactment.RailQuestion;
import dev.rehearsal.live.InMemoryContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleBuilder;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.serve.UpdateAnswers;
import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.serve.impact.RequestClass;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.Tables;
import dev.rehearsal.traffic.TrafficSamples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Firefox on release serves 100.0 to everybody, of whom a tenth still runs version 1.0. */
class StepJudgeTest {

    private static final ProductChannel PAIR = new ProductChannel("Firefox", "release");
    private static final UpdateAnswers ANSWERS = new UpdateAnswers(UrlPolicy.OPEN, true, () -> {
        throw new AssertionError("nothing is rolled");
    });
    private static final List<String> LOCALES = List.of("de", "fr");

    private final InMemoryContents contents = new InMemoryContents();
    private final Map<ReleaseName, Release> releases = new HashMap<>();
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final Tables live;

    StepJudgeTest() {
        release("Firefox-99", "99.0", LOCALES);
        release("Firefox-100", "100.0", LOCALES);
        release("Firefox-101", "101.0", LOCALES);
        release("Firefox-101-de", "101.0", List.of("de"));
        live = tables(rule(1, "Firefox-100"));
        beans.addBean("samples", (TrafficSamples) (where, back) -> Optional.of(population()));
    }

    private void release(String name, String version, List<String> locales) {
        List<String> builds = locales.stream()
                .map(locale ->
                        "\"%s\": {\"buildID\": \"20250101000000\", \"completes\": [{\"from\": \"*\", \"filesize\": 1, \"hashValue\": \"aa\"}]}"
                                .formatted(locale))
                .toList();
        content(name, """
                {"schema_version": 9, "hashFunction": "sha512", "appVersion": "%1$s", "displayVersion": "%1$s",
                 "fileUrls": {"*": {"completes": {"*": "https://download.example/%1$s/%%LOCALE%%"}}},
                 "platforms": {"WINNT": {"locales": {%2$s}}}}
                """.formatted(version, String.join(", ", builds)));
    }

    private static RuleBuilder rule(long id, String mapping) {
        return aRule().withId(id)
                .forProduct("Firefox")
                .forChannel("release")
                .mapsTo(mapping)
                .withPriority(100);
    }

    /** A plugin with a file for each of these platforms. */
    private void plugin(String name, String... platforms) {
        List<String> files = Stream.of(platforms)
                .map(platform ->
                        "\"%s\": {\"filesize\": 1, \"hashValue\": \"%s\", \"fileUrl\": \"https://plug.example/\"}"
                                .formatted(platform, "a".repeat(128)))
                .toList();
        content(name, """
                {"schema_version": 1000, "hashFunction": "sha512",
                 "vendors": {"plug": {"version": "1", "platforms": {%s}}}}
                """.formatted(String.join(", ", files)));
    }

    private void content(String name, String json) {
        releases.put(
                new ReleaseName(name),
                new Release(
                        new ReleaseName(name),
                        "Firefox",
                        false,
                        1,
                        contents.put(name, json).content(),
                        releases.size() + 1));
    }

    private Tables tables(RuleBuilder... rules) {
        Map<RuleId, Rule> byId = new HashMap<>();
        Stream.of(rules).map(RuleBuilder::build).forEach(rule -> byId.put(rule.id(), rule));
        return Tables.of(byId, Map.copyOf(releases), new Pins(Map.of()));
    }

    private static Population population() {
        List<RequestClass> classes = new ArrayList<>();
        LOCALES.forEach(locale -> {
            classes.add(asked("50.0", locale, 4_500));
            classes.add(asked("1.0", locale, 500));
        });
        return new Population(PAIR, "a test", Instant.EPOCH, Instant.EPOCH, classes, 1_000_000);
    }

    private static RequestClass asked(String version, String locale, long requests) {
        return new RequestClass(
                aQuery().ofProduct("Firefox")
                        .onChannel("release")
                        .onBuildTarget("WINNT")
                        .inLocale(locale)
                        .atVersion(version)
                        .withBuildId("20200101000000")
                        .build(),
                requests);
    }

    private RailJudgement judge(GuardRail.Kind kind, @Nullable Integer percent, Tables after) {
        return judge(kind, percent, live, after);
    }

    private RailJudgement judge(GuardRail.Kind kind, @Nullable Integer percent, Tables before, Tables after) {
        GuardRail rail = new GuardRail(
                1, "Firefox", "release", kind, percent, GuardRail.Mode.BLOCK, false, new Role("relman"), 1);
        RailedStep step = new RailedStep("Firefox", "release", new Fingerprint("a"), new Fingerprint("b"));
        StepJudge judge = new StepJudge(
                contents, ANSWERS, beans.getBeanProvider(TrafficSamples.class), beans.getBeanProvider(UrlCheck.class));
        return judge.judge(List.of(new RailQuestion(rail, PAIR, step, before, after)), Instant.EPOCH)
                .getFirst()
                .judgement();
    }

    @Test
    void countsWhoLosesTheirUpdateAndNamesTheRules() {
        Tables after = tables(rule(1, "Firefox-100").forVersion(">2.0"));

        RailJudgement judgement = judge(GuardRail.Kind.NO_LOST_UPDATES, null, after);

        assertThat(judgement.result()).isEqualTo(Result.FAIL);
        assertThat(judgement.reasons().getFirst()).startsWith("10.0 % (");
        assertThat(judgement.reasons().get(1)).contains("1.0", "Firefox-100 by rule #1", "no update by no rule");
        assertThat(judgement.sample()).hasSize(64);
    }

    @Test
    void nobodyLosesAnythingByANewerRelease() {
        Tables after = tables(rule(1, "Firefox-101"));

        assertThat(judge(GuardRail.Kind.NO_LOST_UPDATES, null, after).result()).isEqualTo(Result.PASS);
        assertThat(judge(GuardRail.Kind.NOTHING_OLDER, null, after).result()).isEqualTo(Result.PASS);
        assertThat(judge(GuardRail.Kind.AT_MOST_CHANGED, 50, after).result()).isEqualTo(Result.FAIL);
    }

    @Test
    void anOlderReleaseThanIsOfferedNowIsOlder() {
        assertThat(judge(GuardRail.Kind.NOTHING_OLDER, null, tables(rule(1, "Firefox-99")))
                        .result())
                .isEqualTo(Result.FAIL);
    }

    @Test
    void someCountInPartWhereDiceDecide() {
        Tables after = tables(rule(1, "Firefox-101").fallsBackTo("Firefox-100").atBackgroundRate(25));

        RailJudgement judgement = judge(GuardRail.Kind.AT_MOST_CHANGED, 30, after);

        assertThat(judgement.result()).isEqualTo(Result.PASS);
        assertThat(judgement.reasons().getFirst()).startsWith("25 % (");
    }

    @Test
    void aNewRuleBeforeTheOldOneMayTakeALocaleAway() {
        RuleBuilder fewer = rule(2, "Firefox-101-de").withPriority(200);

        RailJudgement judgement = judge(GuardRail.Kind.NO_LOST_FILES, null, tables(rule(1, "Firefox-100"), fewer));

        assertThat(judgement.result()).isEqualTo(Result.FAIL);
        assertThat(judgement.reasons().getFirst()).contains("rule #2", "rule #1", "WINNT (fr)");
    }

    @Test
    void notWhereItIsForTheLocaleThatItHas() {
        RuleBuilder german = rule(2, "Firefox-101-de").withPriority(200).forLocale("de");

        assertThat(judge(GuardRail.Kind.NO_LOST_FILES, null, tables(rule(1, "Firefox-100"), german))
                        .result())
                .isEqualTo(Result.PASS);
    }

    @Test
    void aFileForOneInAHundredIsNoneForTheOthers() {
        Tables rated =
                tables(rule(1, "Firefox-101").fallsBackTo("Firefox-101-de").atBackgroundRate(1));

        RailJudgement judgement = judge(GuardRail.Kind.NO_LOST_FILES, null, rated);

        assertThat(judgement.result()).isEqualTo(Result.FAIL);
        assertThat(judgement.reasons().getFirst()).contains("WINNT (fr)");
    }

    @Test
    void norDoesAReleaseCountThatARateOfNothingKeepsBack() {
        Tables rated =
                tables(rule(1, "Firefox-101").fallsBackTo("Firefox-101-de").atBackgroundRate(0));

        assertThat(judge(GuardRail.Kind.NO_LOST_FILES, null, rated).result()).isEqualTo(Result.FAIL);
    }

    @Test
    void whatSomeHadNoFileOfBeforeIsNoFaultOfAChangeThatGivesItToMore() {
        Tables few = tables(rule(1, "Firefox-101").fallsBackTo("Firefox-101-de").atBackgroundRate(10));
        Tables more =
                tables(rule(1, "Firefox-101").fallsBackTo("Firefox-101-de").atBackgroundRate(20));

        assertThat(judge(GuardRail.Kind.NO_LOST_FILES, null, few, more).result())
                .isEqualTo(Result.PASS);
        assertThat(judge(GuardRail.Kind.NO_LOST_FILES, null, more, few).result())
                .isEqualTo(Result.FAIL);
    }

    @Test
    void aLocaleThatIsListedWithoutAFileHasNone() {
        content("Firefox-102", """
                {"schema_version": 9, "hashFunction": "sha512", "appVersion": "102.0", "displayVersion": "102.0",
                 "fileUrls": {"*": {"completes": {"*": "https://download.example/102.0/%LOCALE%"}}},
                 "platforms": {"WINNT": {"locales": {
                   "de": {"buildID": "20250101000000", "completes": [{"from": "*", "filesize": 1, "hashValue": "aa"}]},
                   "fr": {"buildID": "20250101000000", "completes": []}}}}}
                """);

        assertThat(judge(GuardRail.Kind.NO_LOST_FILES, null, tables(rule(1, "Firefox-102")))
                        .reasons()
                        .getFirst())
                .contains("WINNT (fr)");
    }

    @Test
    void noneHasAUrlOnAnotherChannelAlone() {
        content("Firefox-102", """
                {"schema_version": 9, "hashFunction": "sha512", "appVersion": "102.0", "displayVersion": "102.0",
                 "fileUrls": {"beta": {"completes": {"*": "https://download.example/102.0/%LOCALE%"}}},
                 "platforms": {"WINNT": {"locales": {
                   "de": {"buildID": "20250101000000", "completes": [{"from": "*", "filesize": 1, "hashValue": "aa"}]},
                   "fr": {"buildID": "20250101000000", "completes": [{"from": "*", "filesize": 1, "hashValue": "aa"}]}}}}}
                """);

        assertThat(judge(GuardRail.Kind.NO_LOST_FILES, null, tables(rule(1, "Firefox-102")))
                        .result())
                .isEqualTo(Result.FAIL);
    }

    @Test
    void aPluginLosesAPlatform() {
        plugin("Plug-1", "WINNT", "Linux");
        plugin("Plug-2", "Linux");
        plugin("Plug-3", "Linux", "default");
        Tables before = tables(rule(1, "Plug-1"));

        RailJudgement judgement = judge(GuardRail.Kind.NO_LOST_FILES, null, before, tables(rule(1, "Plug-2")));

        assertThat(judgement.result()).isEqualTo(Result.FAIL);
        assertThat(judgement.reasons().getFirst()).contains("WINNT (plug)");
        assertThat(judge(GuardRail.Kind.NO_LOST_FILES, null, before, tables(rule(1, "Plug-3")))
                        .result())
                .isEqualTo(Result.PASS);
    }

    @Test
    void soDoesThePartOfASuperblobThoughNoRuleIsAnother() {
        plugin("Plug", "WINNT", "Linux");
        content("Super", "{\"schema_version\": 4000, \"blobs\": [\"Plug\"]}");
        Tables before = tables(rule(1, "Super"));
        plugin("Plug", "Linux");

        RailJudgement judgement = judge(GuardRail.Kind.NO_LOST_FILES, null, before, tables(rule(1, "Super")));

        assertThat(judgement.result()).isEqualTo(Result.FAIL);
        assertThat(judgement.reasons().getFirst()).contains("WINNT (plug)");
    }

    @Test
    void whatRulesOfOtherProductsSayIsNotKnown() {
        content("Super", "{\"schema_version\": 4000, \"products\": [\"Other\"]}");
        Tables joined = tables(rule(1, "Super"));

        assertThat(judge(GuardRail.Kind.NO_LOST_FILES, null, joined, joined).result())
                .isEqualTo(Result.CANNOT_SAY);
    }

    @Test
    void aRuleWithoutAFallbackComesToDecideForMore() {
        RuleBuilder all = rule(1, "Firefox-100");
        Tables before = tables(
                all, rule(2, "Firefox-101").withPriority(200).forVersion("<1.0").atBackgroundRate(50));
        Tables wider = tables(all, rule(2, "Firefox-101").withPriority(200).atBackgroundRate(50));
        Tables uncovered = tables(
                rule(2, "Firefox-101").withPriority(200).forVersion("<1.0").atBackgroundRate(50));

        RailJudgement judgement = judge(GuardRail.Kind.RATE_HAS_FALLBACK, null, before, wider);

        assertThat(judgement.result()).isEqualTo(Result.FAIL);
        assertThat(judgement.reasons().getFirst()).contains("rule #2", "comes to decide for");
        assertThat(judge(GuardRail.Kind.RATE_HAS_FALLBACK, null, before, uncovered)
                        .result())
                .isEqualTo(Result.PASS);
    }

    @Test
    void aNoticeThatThereAreNoMoreUpdatesIsNone() {
        content("Ends", """
                {"schema_version": 50, "detailsUrl": "https://www.example/ends", "displayVersion": "9.0"}
                """);
        Tables after =
                tables(rule(1, "Firefox-100"), rule(2, "Ends").withPriority(200).forVersion("<2.0"));

        assertThat(judge(GuardRail.Kind.NO_LOST_UPDATES, null, after).result()).isEqualTo(Result.FAIL);
    }

    @Test
    void norIsAnAnswerWithoutAFile() {
        plugin("Plug-1", "WINNT");
        plugin("Plug-2", "Linux");

        assertThat(judge(GuardRail.Kind.NO_LOST_UPDATES, null, tables(rule(1, "Plug-1")), tables(rule(1, "Plug-2")))
                        .result())
                .isEqualTo(Result.FAIL);
    }

    @Test
    void whereOneReleaseLosesItsFilesSoDoItsClients() {
        content("Firefox-102", """
                {"schema_version": 9, "hashFunction": "sha512", "appVersion": "102.0", "displayVersion": "102.0",
                 "fileUrls": {"*": {"completes": {"*": "https://download.example/102.0/%LOCALE%"}}},
                 "platforms": {"WINNT": {"locales": {
                   "de": {"buildID": "20250101000000", "completes": []},
                   "fr": {"buildID": "20250101000000", "completes": []}}}}}
                """);

        assertThat(judge(GuardRail.Kind.NO_LOST_UPDATES, null, tables(rule(1, "Firefox-102")))
                        .result())
                .isEqualTo(Result.FAIL);
    }

    @Test
    void whetherAPluginIsOlderIsNotKnown() {
        plugin("Plug-1", "WINNT");
        content("Plug-2", """
                {"schema_version": 1000, "hashFunction": "sha512", "vendors": {"plug": {"version": "0", "platforms":
                 {"WINNT": {"filesize": 1, "hashValue": "%s", "fileUrl": "https://plug.example/old"}}}}}
                """.formatted("a".repeat(128)));
        assertThat(judge(GuardRail.Kind.NOTHING_OLDER, null, tables(rule(1, "Plug-1")), tables(rule(1, "Plug-2")))
                        .result())
                .isEqualTo(Result.CANNOT_SAY);
    }

    @Test
    void eachUrlOfANewReleaseIsAsked() {
        List<String> asked = new ArrayList<>();
        beans.addBean("urls", (UrlCheck) urls -> {
            asked.addAll(urls);
            return List.of("https://download.example/101.0/fr answers 404");
        });

        RailJudgement judgement = judge(GuardRail.Kind.URLS_ANSWER, null, tables(rule(1, "Firefox-101")));

        assertThat(asked).containsExactly("https://download.example/101.0/de", "https://download.example/101.0/fr");
        assertThat(judgement.result()).isEqualTo(Result.FAIL);
        assertThat(judgement.reasons()).containsExactly("https://download.example/101.0/fr answers 404");
    }

    private List<String> asked(Tables before, Tables after) {
        List<String> asked = new ArrayList<>();
        beans.addBean("urls", (UrlCheck) urls -> {
            asked.addAll(urls);
            return List.of();
        });
        judge(GuardRail.Kind.URLS_ANSWER, null, before, after);
        return asked;
    }

    @Test
    void thoughARuleThatDecidesForNobodyNamedItBefore() {
        RuleBuilder dead = rule(2, "Firefox-101").withPriority(1);

        assertThat(asked(tables(rule(1, "Firefox-100"), dead), tables(rule(1, "Firefox-101"), dead)))
                .containsExactly("https://download.example/101.0/de", "https://download.example/101.0/fr");
    }

    @Test
    void thoughOnlyThoseGetItWhoRunSomethingNewer() {
        assertThat(asked(
                        tables(
                                rule(1, "Firefox-100"),
                                rule(2, "Firefox-99").withPriority(200).forVersion(">200.0")),
                        tables(
                                rule(1, "Firefox-100"),
                                rule(2, "Firefox-101-de").withPriority(200).forVersion(">100.5"))))
                .containsExactly("https://download.example/101.0/de");
    }

    @Test
    void soIsThatOfAPluginOfAPartAndOfAPin() {
        plugin("Plug-1", "WINNT");
        content("Super", "{\"schema_version\": 4000, \"blobs\": [\"Plug-1\"]}");
        Tables before = tables(
                rule(1, "Firefox-100"), rule(2, "Super").withPriority(200).forVersion("<1.0"));
        content("Plug-1", """
                {"schema_version": 1000, "hashFunction": "sha512", "vendors": {"plug": {"version": "0", "platforms":
                 {"WINNT": {"filesize": 1, "hashValue": "%s", "fileUrl": "https://plug.example/new"}}}}}
                """.formatted("a".repeat(128)));
        Tables after = tables(
                rule(1, "Firefox-100"), rule(2, "Super").withPriority(200).forVersion("<1.0"));
        Pins pins = new Pins(Map.of(new Pins.Key("Firefox", "release", "101."), new ReleaseName("Firefox-101-de")));

        assertThat(asked(before, Tables.of(after.rules(), after.releases(), pins)))
                .containsExactly("https://download.example/101.0/de", "https://plug.example/new");
    }

    @Test
    void andOfAPartialFileThatFewGet() {
        content("Firefox-102", """
                {"schema_version": 9, "hashFunction": "sha512", "appVersion": "102.0", "displayVersion": "102.0",
                 "fileUrls": {"*": {"completes": {"*": "https://download.example/102.0/%LOCALE%"},
                                    "partials": {"Firefox-100": "https://download.example/100-102/%LOCALE%"}}},
                 "platforms": {"WINNT": {"locales": {"de": {"buildID": "20260101000000",
                   "completes": [{"from": "*", "filesize": 1, "hashValue": "aa"}],
                   "partials": [{"from": "Firefox-100", "filesize": 1, "hashValue": "aa"}]}}}}}
                """);

        assertThat(asked(live, tables(rule(1, "Firefox-102"))))
                .containsExactly("https://download.example/100-102/de", "https://download.example/102.0/de");
    }

    @Test
    void whereNobodyAsksThemItCannotSay() {
        assertThat(judge(GuardRail.Kind.URLS_ANSWER, null, tables(rule(1, "Firefox-101")))
                        .result())
                .isEqualTo(Result.CANNOT_SAY);
    }
}
