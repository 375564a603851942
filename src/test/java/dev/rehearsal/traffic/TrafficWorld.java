package dev.rehearsal.traffic;

import static dev.rehearsal.matching.QueryBuilder.aQuery;

import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.serve.NodeRole;
import dev.rehearsal.serve.RequestSampler;
import dev.rehearsal.serve.SampledRequests;
import dev.rehearsal.serve.sample.QueryText;
import dev.rehearsal.serve.sample.Sample;
import dev.rehearsal.serve.sample.SamplingOptions;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.traffic.store.ListStore;
import dev.rehearsal.traffic.store.SampleStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** One node on a database, whose requests come when a test says so. */
final class TrafficWorld {

    static final ProductChannel RELEASE = new ProductChannel("Firefox", "release");

    final TestDatabase database;
    final TestClock clock;
    final SampleStore samples;
    final ListStore lists;
    private final FailingDatabase failing;

    TrafficWorld(TestDatabase database) {
        this.database = database.emptied();
        this.clock = database.bean(TestClock.class);
        this.samples = database.bean(SampleStore.class);
        this.lists = database.bean(ListStore.class);
        this.failing = new FailingDatabase(database.bean(DataSource.class));
    }

    /** Lets nodes reach the database no more, or again. */
    void away(boolean away) {
        failing.away = away;
    }

    private static final class FailingDatabase extends DelegatingDataSource {

        private boolean away;

        FailingDatabase(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (away) {
                throw new SQLTransientConnectionException("The database is away", "08001");
            }
            return super.getConnection();
        }
    }

    Node node(String name, SamplingOptions options) {
        return new Node(name, options, NodeRole.ALL);
    }

    Node node(String name) {
        return node(name, SamplingOptions.USUAL);
    }

    static String text(String version) {
        return QueryText.of(aQuery().atVersion(version).build(), false);
    }

    /** A sample of so many requests, of which it keeps some of each version. */
    static Sample sample(long seen, Map<String, Long> kept) {
        TreeMap<String, Long> classes = new TreeMap<>();
        kept.forEach((version, times) -> classes.put(text(version), times));
        return new Sample(seen, classes);
    }

    SampledSpan span(String node, ProductChannel where, Instant from, Duration length, Sample sample) {
        Instant until = from.plus(length);
        return new SampledSpan(node, where, from, until, until, PackedSample.of(sample));
    }

    /** What a node samples, writes and answers. */
    final class Node {

        final SampledRequests requests;
        final StoredTraffic traffic;
        final TrafficRounds rounds;

        private Node(String name, SamplingOptions options, NodeRole role) {
            SampleStore reached =
                    new SampleStore(JdbcClient.create(failing), new DataSourceTransactionManager(failing));
            RequestSampler sampler = new RequestSampler(options, name.hashCode());
            UnwrittenSamples waiting = new UnwrittenSamples(sampler, new NodeName(name));
            requests = new SampledRequests(sampler);
            traffic = new StoredTraffic(reached, lists, waiting, options, clock);
            rounds = new TrafficRounds(waiting, reached, lists, traffic, options, clock, role);
        }
    }
}
