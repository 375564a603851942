package dev.rehearsal.serve.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rehearsal.serve.NodeIdentity;
import dev.rehearsal.serve.NodeRole;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Answers {@code /metrics} in Prometheus' text format, and nothing else, on a port that is not the clients'. Whatever has
 * something to tell is a {@link MeterBinder} beside it. Set up after the update path answers, and not at all unless it is
 * asked for.
 */
@Component
@EnableConfigurationProperties(MetricsProperties.class)
public class MetricsPort implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MetricsPort.class);
    private static final String PATH = "/metrics";
    private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private final MetricsProperties properties;
    private final NodeIdentity identity;
    private final NodeRole role;
    private final ObjectProvider<MeterBinder> binders;
    private @Nullable HttpServer server;
    private @Nullable ExecutorService readers;
    private @Nullable JvmGcMetrics garbage;

    MetricsPort(
            MetricsProperties properties,
            NodeIdentity identity,
            @Value(NodeRole.OPTION) NodeRole role,
            ObjectProvider<MeterBinder> binders) {
        this.properties = properties;
        this.identity = identity;
        this.role = role;
        this.binders = binders;
    }

    /** Returns the port while there is one; 0 otherwise. */
    public int port() {
        HttpServer running = server;
        return running == null ? 0 : running.getAddress().getPort();
    }

    /** After the web server. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    @Override
    public void start() {
        if (properties.port() == null) {
            return;
        }
        HttpServer started = listen(properties.port());
        PrometheusMeterRegistry registry = registry();
        readers = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("metrics-", 0).factory());
        started.setExecutor(readers);
        started.createContext("/", exchange -> answer(exchange, registry));
        started.start();
        server = started;
        LOG.info("Metrics: http://{}:{}{}", properties.address().getHostAddress(), port(), PATH);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
        if (readers != null) {
            readers.shutdown();
        }
        if (garbage != null) {
            garbage.close();
        }
    }

    private HttpServer listen(int port) {
        try {
            return HttpServer.create(new InetSocketAddress(properties.address(), port), 0);
        } catch (BindException e) {
            throw new PortInUseException(port, e);
        } catch (IOException e) {
            throw new IllegalStateException("The metrics port %d cannot be opened: %s".formatted(port, e), e);
        }
    }

    private PrometheusMeterRegistry registry() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        garbage = new JvmGcMetrics();
        List.of(
                        new JvmMemoryMetrics(),
                        garbage,
                        new JvmThreadMetrics(),
                        new ProcessorMetrics(),
                        new FileDescriptorMetrics(),
                        new UptimeMetrics())
                .forEach(binder -> binder.bindTo(registry));
        InfoSnapshot info = InfoSnapshot.builder()
                .name("rehearsal")
                .help("Which program this node runs.")
                .dataPoint(InfoSnapshot.InfoDataPointSnapshot.builder()
                        .labels(Labels.of(
                                "version",
                                Objects.requireNonNullElse(identity.version(), ""),
                                "commit",
                                Objects.requireNonNullElse(identity.commit(), ""),
                                "role",
                                role.toString()))
                        .build())
                .build();
        registry.getPrometheusRegistry().register(() -> info);
        binders.orderedStream().forEach(binder -> binder.bindTo(registry));
        return registry;
    }

    private static void answer(HttpExchange exchange, PrometheusMeterRegistry registry) throws IOException {
        try (exchange) {
            boolean known = exchange.getRequestURI().getPath().equals(PATH);
            byte[] body = known ? registry.scrape().getBytes(StandardCharsets.UTF_8) : new byte[0];
            exchange.getResponseHeaders().set("Content-Type", FORMAT);
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(known ? 200 : 404, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
