package dev.rehearsal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.Location;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.core.dialect.JdbcH2Dialect;
import org.springframework.data.jdbc.core.dialect.JdbcPostgresDialect;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.relational.RelationalManagedTypes;
import org.springframework.data.relational.core.mapping.NamingStrategy;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** Names in SQL are not quoted: H2 folds them to upper case and PostgreSQL to lower, each to its own tables. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration extends AbstractJdbcConfiguration {

    private final JdbcConnectionDetails connection;

    StoreConfiguration(JdbcConnectionDetails connection) {
        this.connection = connection;
    }

    /** An embedded database keeps what was acknowledged, whatever its URL says beside where it is. */
    @Bean
    static JdbcConnectionDetails databaseConnection(DataSourceProperties options) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return EmbeddedDatabaseUrl.complete(options.determineUrl());
            }

            @Override
            public @Nullable String getUsername() {
                return options.determineUsername();
            }

            @Override
            public @Nullable String getPassword() {
                return options.determinePassword();
            }
        };
    }

    /** What the databases say differently; told by the URL, since the database itself may not be there to ask. */
    @Bean
    static FlywayConfigurationCustomizer vendorsMigrations(JdbcConnectionDetails connection) {
        return flyway -> {
            List<String> locations = new ArrayList<>();
            for (Location location : flyway.getLocations()) {
                locations.add(location.toString());
            }
            locations.add("classpath:db/vendor/" + (isPostgres(connection) ? "postgresql" : "h2"));
            flyway.locations(locations.toArray(String[]::new));
        };
    }

    @Bean
    @Override
    public JdbcDialect jdbcDialect(NamedParameterJdbcOperations operations) {
        return isPostgres(connection) ? JdbcPostgresDialect.INSTANCE : JdbcH2Dialect.INSTANCE;
    }

    private static boolean isPostgres(JdbcConnectionDetails connection) {
        return connection.getJdbcUrl().startsWith("jdbc:postgresql:");
    }

    @Override
    public JdbcMappingContext jdbcMappingContext(
            Optional<NamingStrategy> namingStrategy,
            JdbcCustomConversions customConversions,
            RelationalManagedTypes jdbcManagedTypes) {
        JdbcMappingContext context = super.jdbcMappingContext(namingStrategy, customConversions, jdbcManagedTypes);
        context.setForceQuote(false);
        return context;
    }

    /** Nowhere: row types are read when they are first used, and searching for them all would only slow the start. */
    @Override
    protected Collection<String> getMappingBasePackages() {
        return List.of();
    }
}
