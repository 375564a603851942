package dev.rehearsal.nodes;

import static dev.rehearsal.nodes.Wanted.file;
import static dev.rehearsal.nodes.Wanted.release;
import static dev.rehearsal.nodes.Wanted.rule;
import static dev.rehearsal.nodes.Wanted.url;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.Patience;
import dev.rehearsal.RehearsalApplication;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.serve.RawHttp;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** A node for clients and one for admins, on one database. */
class NodeRolesTest {

    private static final Map<String, String> AS_BOOTSTRAP =
            Map.of("Authorization", "Bearer " + Node.TOKEN, "Accept", "text/html,application/json");

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext admin;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext serve;

    @BeforeAll
    static void start() {
        serve = start("SERVE");
        admin = start("admin");
        admin.getBean(EnactmentService.class)
                .enactAtOnce(
                        new Actor("bootstrap"),
                        "What is live",
                        List.of(release("Firefox", "F-121"), rule("Firefox", "d", "F-121")));
    }

    @AfterAll
    static void stop() {
        serve.close();
        admin.close();
    }

    /** The one that was started last is the one that recognises tokens: security is set up once for a process. */
    private static ConfigurableApplicationContext start(String role) {
        return SpringApplication.run(
                RehearsalApplication.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=jdbc:h2:mem:roles;DB_CLOSE_DELAY=-1",
                "--rehearsal.bootstrap-token=" + Node.TOKEN,
                "--rehearsal.nodes.role=" + role);
    }

    @Test
    void aServingNodeAnswersClients() {
        Patience.until(
                "what the other node wrote is served",
                () -> ask(serve, url("Firefox", "d")).body().contains(file("F-121")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/channels",
                "/channels/release-cdntest",
                "/sign-in",
                "/api",
                "/api/rules",
                "/api/v1/rules",
                "/api/openapi.yaml",
                "/api/change_sets",
                "/VAADIN/build/",
                "/styles.css",
                "/actuator",
                "/actuator/healthy",
                "/error"
            })
    void aServingNodeHasNothingElse(String path) {
        assertThat(ask(serve, path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/__lbheartbeat__", "/__heartbeat__", "/__version__", "/robots.txt", "/actuator/health"})
    void everyNodeTellsHowItIs(String path) {
        assertThat(List.of(ask(serve, path).status(), ask(admin, path).status()))
                .containsOnly(200);
    }

    @Test
    void healthSaysTheRole() {
        assertThat(role(serve)).isEqualTo("serve");
        assertThat(role(admin)).isEqualTo("admin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/update/3/Firefox/115.0/1/WINNT_x86_64-msvc/de/release/W/default/default/update.xml",
                "/update/nothing/like/this",
                "/update/3/Firefox/115.0/1/%zz/de/release/W/default/default/update.xml",
                "/json/1/FirefoxVPN/2.0/WINNT_x86_64/release/update.json"
            })
    void anAdminNodeSaysThatClientsAreAnsweredElsewhere(String path) {
        assertThat(ask(admin, path))
                .satisfies(reply -> assertThat(reply.status()).isEqualTo(404))
                .satisfies(reply -> assertThat(reply.body())
                        .isEqualTo("This node is for administration only: another one answers update URLs."));
    }

    @Test
    void anAdminNodeHasTheApi() {
        assertThat(ask(admin, "/api/v1/rules"))
                .satisfies(reply -> assertThat(reply.status()).isEqualTo(200))
                .satisfies(reply -> assertThat(reply.body()).contains("F-121"));
    }

    private static String role(ConfigurableApplicationContext node) {
        return JsonMapper.shared()
                .readTree(ask(node, "/actuator/health").body())
                .path("components")
                .path("node")
                .path("details")
                .path("role")
                .asString();
    }

    private static RawHttp.Reply ask(ConfigurableApplicationContext node, String path) {
        int port = node.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        try {
            return new RawHttp(port, Duration.ofSeconds(30)).send("GET", path, AS_BOOTSTRAP);
        } catch (IOException e) {
            throw new AssertionError(path, e);
        }
    }
}
