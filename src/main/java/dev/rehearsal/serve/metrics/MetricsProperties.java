package dev.rehearsal.serve.metrics;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Says where Prometheus finds this node's metrics.
 *
 * @param port 0 for any that is free; without it there are none
 * @param address of the interface; by default nobody on another machine can read them
 */
@ConfigurationProperties("rehearsal.metrics")
public record MetricsProperties(
        @Nullable Integer port, @DefaultValue("127.0.0.1") InetAddress address) {}
