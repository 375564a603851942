package dev.rehearsal.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.Patience;
import dev.rehearsal.RehearsalApplication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class FullDiskTest {

    private static final int MORE_THAN_THE_POOL = 5;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @AfterEach
    void makeRoom() {
        FullDisk.isFull(false);
    }

    @Test
    void writesAreRefusedWhileItLastsAndGoOnWithoutARestartAndNothingIsLost() throws Exception {
        FullDisk.insert();
        try (ConfigurableApplicationContext application = start()) {
            List<String> acknowledged = new ArrayList<>();
            assertThat(schedule(application, "Before").statusCode()).isEqualTo(201);
            acknowledged.add("Before");

            FullDisk.isFull(true);
            for (int attempt = 0; attempt < MORE_THAN_THE_POOL; attempt++) {
                HttpResponse<String> refused = schedule(application, "Meanwhile");
                assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
            }

            FullDisk.isFull(false);
            Patience.until("writes go on", () -> {
                HttpResponse<String> answer = schedule(application, "After");
                assertThat(answer.statusCode()).as(answer.body()).isIn(201, 503);
                return answer.statusCode() == 201;
            });
            for (int more = 0; more < MORE_THAN_THE_POOL; more++) {
                HttpResponse<String> answer = schedule(application, "Later " + more);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                acknowledged.add("Later " + more);
            }
            assertThat(application
                            .getBean(JdbcClient.class)
                            .sql("select title from change_sets where title <> 'After' order by id")
                            .query(String.class)
                            .list())
                    .isEqualTo(acknowledged);
        }
    }

    private ConfigurableApplicationContext start() {
        return SpringApplication.run(
                RehearsalApplication.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=jdbc:h2:disk:" + folder.resolve("rehearsal"),
                "--spring.datasource.hikari.maximum-pool-size=3",
                "--spring.datasource.hikari.connection-timeout=500",
                "--rehearsal.bootstrap-token=" + Node.TOKEN);
    }

    private static HttpResponse<String> schedule(ConfigurableApplicationContext application, String title)
            throws Exception {
        String port = application.getEnvironment().getRequiredProperty("local.server.port");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/change_sets"))
                                .header("Authorization", "Bearer " + Node.TOKEN)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(changeSet(title)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static String changeSet(String title) {
        return """
                {"title": "%s", "when": %d, "changes": [{"object": "channel_mapping", "change_type": "insert",
                 "product": "Firefox", "live_channel": "release", "test_channel": "%s"}]}
                """.formatted(title, Instant.now().plusSeconds(3600).toEpochMilli(), title.replace(' ', '-'));
    }
}
