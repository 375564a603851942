package dev.rehearsal.serve;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The recorded dataset, served over HTTP as Balrog served it when its answers were recorded. */
final class ServedDataset implements AutoCloseable {

    private final ServingApplication application;

    private ServedDataset(ServingApplication application) {
        this.application = application;
    }

    static ServedDataset start() {
        List<String> specialHosts = Oracle.json("config.json")
                .get("special_force_hosts")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
        Path allowList = Path.of("src/test/resources/oracle/allow-list.json");
        ServingApplication application = ServingApplication.start(allowList, specialHosts);
        application
                .snapshots()
                .replace(Dataset.read(Oracle.json("dataset.json")).snapshot());
        return new ServedDataset(application);
    }

    RawHttp http(Duration patience) {
        return new RawHttp(application.port(), patience);
    }

    @Override
    public void close() {
        application.close();
    }
}
