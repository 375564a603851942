package dev.rehearsal.nodes;

import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.store.PeopleStore;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.SnapshotVersion;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.staging.ChangeSetId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The PostgreSQL database that nodes share, with the services on it in this process, which enact nothing. */
final class SharedDatabase implements AutoCloseable {

    static final Actor AUTHOR = new Actor("author@rehearsal.example");

    private final String url;
    private final ConfigurableApplicationContext services;

    SharedDatabase(String url) {
        this.url = url;
        this.services = TestDatabase.servicesOn(url);
        admin(AUTHOR);
    }

    String url() {
        return url;
    }

    <T> T bean(Class<T> type) {
        return services.getBean(type);
    }

    JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    void admin(Actor person, String... roles) {
        write(write -> {
            PeopleStore people = bean(PeopleStore.class);
            people.put(write, person.name(), Permission.unrestricted(PermissionName.ADMIN));
            for (String role : roles) {
                people.addRole(write, person.name(), new Role(role));
            }
            return write;
        });
    }

    <T> T write(Function<Write, T> work) {
        return bean(WriteLock.class).write(AUTHOR, WriteKind.LIVE, work);
    }

    void enact(Proposal... changes) {
        now();
        bean(EnactmentService.class).enactAtOnce(AUTHOR, "What is live", List.of(changes));
    }

    ChangeSetId schedule(String title, Instant due, Proposal... changes) {
        return bean(ChangeSets.class)
                .schedule(AUTHOR, title, due, List.of(changes))
                .id();
    }

    ChangeSet find(ChangeSetId set) {
        return bean(ChangeSets.class).find(set).orElseThrow();
    }

    boolean isLive(ChangeSetId set) {
        return find(set).state() instanceof ChangeSet.Enacted;
    }

    SnapshotVersion version() {
        return bean(WriteLock.class).version();
    }

    /** Sets the clock of the services to what it is for the nodes. */
    Instant now() {
        TestClock clock = bean(TestClock.class);
        Instant now = Instant.now();
        clock.advance(Duration.between(clock.instant(), now));
        return now;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    @Override
    public void close() {
        services.close();
    }
}
