package dev.rehearsal.sample;

import dev.rehearsal.RehearsalApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The whole application with the demo's data, on a port of its own, in memory. */
public final class RunningDemo implements AutoCloseable {

    private final ServletWebServerApplicationContext application;

    private RunningDemo(ServletWebServerApplicationContext application) {
        this.application = application;
    }

    /** @param arguments may say on which port; any free one otherwise */
    public static RunningDemo start(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--vaadin.productionMode=true");
        all.add("--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        if (all.stream().noneMatch(argument -> argument.startsWith("--server.port="))) {
            all.add("--server.port=0");
        }
        SpringApplication application = new SpringApplication(RehearsalApplication.class);
        RunningDemo demo =
                new RunningDemo((ServletWebServerApplicationContext) application.run(all.toArray(String[]::new)));
        SampleDataset.loadInto(demo.application);
        return demo;
    }

    public ServletWebServerApplicationContext application() {
        return application;
    }

    /** The address of a path that begins with a slash. */
    public String url(String path) {
        return "http://localhost:" + application.getWebServer().getPort() + path;
    }

    @Override
    public void close() {
        application.close();
    }

    public static void main(String[] arguments) throws InterruptedException {
        try (RunningDemo demo = start(arguments)) {
            System.out.println("Serving at " + demo.url("/"));
            Thread.currentThread().join();
        }
    }
}
