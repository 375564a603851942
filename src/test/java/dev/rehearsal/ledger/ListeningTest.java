package dev.rehearsal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.rehearsal.TestDatabase;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever gets a connection from the pool does not hear what another has listened to. */
class ListeningTest {

    @Test
    void aConnectionThatListenedIsGivenBackWithoutListening() throws InterruptedException {
        String url = TestDatabase.newPostgres();
        CountDownLatch listens = new CountDownLatch(1);
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(url);
            pool.setMaximumPoolSize(1);
            JdbcClient jdbc = JdbcClient.create(pool);
            OtherNodes nodes = new OtherNodes(jdbc, pool, event -> listens.countDown(), url);
            nodes.start();
            assertThat(listens.await(10, TimeUnit.SECONDS)).isTrue();

            nodes.stop();

            // There is one connection, so this waits until it is given back.
            assertThat(jdbc.sql("select count(*) from pg_listening_channels()")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }
}
