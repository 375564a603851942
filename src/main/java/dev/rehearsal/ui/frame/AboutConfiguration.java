package dev.rehearsal.ui.frame;

import dev.rehearsal.serve.NodeIdentity;
import dev.rehearsal.serve.NodeRole;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class AboutConfiguration {

    /**
     * Asked of the database once: nobody moves to another one while the node runs. Not before a screen is looked at, since
     * a node may start without it.
     */
    @Bean
    @Lazy
    AboutNode aboutNode(NodeIdentity identity, @Value(NodeRole.OPTION) NodeRole role, JdbcTemplate database) {
        String kind = database.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName() + " "
                        + connection.getMetaData().getDatabaseProductVersion());
        return new AboutNode(
                identity,
                role,
                String.valueOf(kind),
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()));
    }
}
