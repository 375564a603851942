package dev.rehearsal.sample;

import dev.rehearsal.RehearsalApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The demo as people start it, on a port and in a database of its own. */
public final class RunningDemo implements AutoCloseable {

    private final ServletWebServerApplicationContext application;

    private RunningDemo(ServletWebServerApplicationContext application) {
        this.application = application;
    }

    /** @param options as on the command line; without a port, any free one */
    public static RunningDemo start(String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("--spring.profiles.active=demo");
        // Change sets have the numbers that they have in the dataset.
        if (all.stream().noneMatch(option -> option.startsWith("--rehearsal.demo.past="))) {
            all.add("--rehearsal.demo.past=false");
        }
        all.add("--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        if (all.stream().noneMatch(option -> option.startsWith("--server.port="))) {
            all.add("--server.port=0");
        }
        return new RunningDemo((ServletWebServerApplicationContext)
                SpringApplication.run(RehearsalApplication.class, all.toArray(String[]::new)));
    }

    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    /** The address of a path that begins with a slash. */
    public String url(String path) {
        return "http://localhost:"
                + Objects.requireNonNull(application.getWebServer()).getPort() + path;
    }

    @Override
    public void close() {
        application.close();
    }
}
