package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.Patience;
import dev.rehearsal.notice.Inbox;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/** What is told to people and programs outside, as the API shows it and as it arrives. */
class NoticesApiTest {

    private static final String FEED = "/api/feeds/App/beta.atom";
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private static Team team;
    private static Inbox inbox;

    @BeforeAll
    static void start() {
        team = new Team();
        inbox = new Inbox();
    }

    @AfterAll
    static void stop() {
        inbox.close();
        team.close();
    }

    private static JsonNode webhook(String path, String more) {
        return team.as("root", "POST", "/api/webhooks", """
                {'name': 'x', 'url': '%s', 'kinds': ['shutoff', 'set_changed']%s}
                """.formatted(inbox.url(path), more));
    }

    private static JsonNode schedule(String title) {
        return team.as("ann", "POST", "/api/change_sets", """
                {'title': '%s', 'when': 'W', 'changes': [
                {'object': 'rule', 'change_type': 'update', 'rule_id': 8, 'comment': '%s'}]}
                """.formatted(title, title));
    }

    private static Stream<Inbox.Post> arrived(String path) {
        return inbox.posts().stream().filter(post -> post.path().equals(path));
    }

    @Test
    void whatIsScheduledArrivesInTheBackgroundWithALinkToIt() {
        webhook("/arrives", "");
        JsonNode set = schedule("One");

        Patience.until("it arrives", () -> arrived("/arrives").count() == 1);
        assertThat(arrived("/arrives")
                        .findFirst()
                        .orElseThrow()
                        .json()
                        .at("/data/link")
                        .asString())
                .isEqualTo("/changes/" + set.get("id"));
    }

    @Test
    void aSecretIsToldOnceAndNeverAgain() {
        JsonNode made = webhook("/secret", "");
        String secret = made.get("secret").asString();

        assertThat(secret).startsWith("whsec_");
        assertThat(team.as("root").get("/api/webhooks").toString()).doesNotContain("whsec_");
        assertThat(team.as("root").get("/api/webhooks/" + made.get("id")).toString())
                .doesNotContain(secret);
        assertThat(team.as("root").send("GET", "/api/dataset", "").body())
                .doesNotContain("whsec_")
                .doesNotContain(inbox.url("/"));
    }

    @Test
    void aPairOfKeysTellsItsPublicOneOnly() {
        JsonNode made = webhook("/keys", ", 'signing': 'keys'");

        assertThat(made.get("secret").isNull()).isTrue();
        assertThat(made.get("public_key").asString()).startsWith("whpk_");
        assertThat(made.toString()).doesNotContain("whsk_");
    }

    @Test
    void nobodyButAdministratorsSeesWebhooksOrDeliveries() {
        team.refuses(403, "ann", "GET", "/api/webhooks", "");
        team.refuses(403, "ann", "GET", "/api/notices/deliveries", "");
        team.refuses(403, "ann", "POST", "/api/webhooks", """
                {'name': 'x', 'url': 'http://127.0.0.1:1/', 'kinds': ['shutoff']}
                """);
    }

    @Test
    void aHostThatIsNotListedIsRefused() {
        team.refuses(400, "root", "POST", "/api/webhooks", """
                {'name': 'x', 'url': 'http://169.254.169.254/latest/meta-data', 'kinds': ['shutoff']}
                """);
    }

    @Test
    void whatWasGivenUpIsSentAgain() {
        try (Inbox closed = new Inbox()) {
            closed.answer(410);
            JsonNode made = team.as("root", "POST", "/api/webhooks", webhook(closed, ""));
            String path = "/api/webhooks/" + made.get("id");
            schedule("Again");
            Patience.until(
                    "it has ended",
                    () -> !team.as("root").get(path).get("ended_at").isNull());
            team.as(
                    "root",
                    "PUT",
                    path,
                    webhook(
                            closed,
                            ", 'data_version': " + team.as("root").get(path).get("data_version")));
            JsonNode dead = team.as("root").get("/api/notices/deliveries?state=dead");
            team.as("root", "POST", "/api/notices/deliveries/" + dead.at("/deliveries/0/id") + "/again", "");

            Patience.until("it arrives", () -> closed.posts().size() == 2);
        }
    }

    private static String webhook(Inbox to, String more) {
        return "{'name': 'y', 'url': '%s', 'kinds': ['set_changed']%s}".formatted(to.url("/"), more);
    }

    @Test
    void everybodySaysForThemselvesWhatTheyWantToHear() {
        team.as("eve", "PUT", "/api/notices/wishes", "{'address': 'eve@example.com', 'kinds': ['alarm']}");

        JsonNode wishes = team.as("eve").get("/api/notices/wishes");
        assertThat(wishes.get("address").asString()).isEqualTo("eve@example.com");
        assertThat(wishes.get("mailed").asBoolean()).isFalse();
        assertThat(team.as("man").get("/api/notices/wishes").get("address").isNull())
                .isTrue();
    }

    @Test
    void theFeedOfAChannelIsAtomWithIdsThatStay() throws Exception {
        JsonNode set = schedule("Told <in> the feed & more");
        Document first = parsed(feed(Map.of()).body());
        Document second = parsed(feed(Map.of()).body());

        assertThat(first.getDocumentElement().getNamespaceURI()).isEqualTo(ATOM);
        assertThat(first.getDocumentElement().getLocalName()).isEqualTo("feed");
        assertThat(texts(first, "title")).contains("“Told <in> the feed & more” is scheduled");
        assertThat(texts(first, "id"))
                .contains("tag:localhost,2026:set/" + set.get("id") + "/next")
                .isEqualTo(texts(second, "id"))
                .doesNotHaveDuplicates();
        assertThat(texts(first, "updated")).allMatch(time -> time.endsWith("Z"));
    }

    @Test
    void whoeverHasTheFeedIsToldOnlyThat() {
        schedule("Something");
        HttpResponse<String> first = feed(Map.of());
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(first.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/atom+xml");
        assertThat(first.headers().firstValue("Last-Modified")).isPresent();
        assertThat(feed(Map.of("If-None-Match", tag)).statusCode()).isEqualTo(304);
    }

    @Test
    void theFeedIsForWhoeverHasATokenInTheHeader() {
        Refusals.assertRefused(team.rehearsal.sendOpenly("GET", FEED), 401);
        Refusals.assertRefused(team.rehearsal.sendOpenly("GET", FEED + "?token=" + RunningRehearsal.TOKEN), 401);
    }

    @Test
    void aChannelThatThereIsNotHasNoFeed() {
        team.refuses(404, "eve", "GET", "/api/feeds/App/nowhere.atom", "");
    }

    private static HttpResponse<String> feed(Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Authorization", "Bearer " + RunningRehearsal.TOKEN);
        return team.rehearsal.send("GET", FEED, "", all);
    }

    private static Document parsed(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(Document feed, String name) {
        return IntStream.range(0, feed.getElementsByTagNameNS(ATOM, name).getLength())
                .mapToObj(
                        at -> (Element) feed.getElementsByTagNameNS(ATOM, name).item(at))
                .map(Element::getTextContent)
                .toList();
    }
}
