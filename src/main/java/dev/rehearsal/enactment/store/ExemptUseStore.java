package dev.rehearsal.enactment.store;

import dev.rehearsal.ledger.Write;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ProductChannel;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what went live without signoffs, since its kind is exempt. */
@Repository
public class ExemptUseStore {

    private final JdbcClient jdbc;

    public ExemptUseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Write write, ChangeSetId set, String product, String liveChannel) {
        jdbc.sql("insert into exempt_uses (set_id, person, product, live_channel, at) values (?, ?, ?, ?, ?)")
                .params(
                        set.value(),
                        write.by().name(),
                        product,
                        liveChannel,
                        write.at().toEpochMilli())
                .update();
    }

    public Map<ProductChannel, Integer> countsSince(Instant from) {
        Map<ProductChannel, Integer> counts = new HashMap<>();
        jdbc.sql("select product, live_channel, count(*) from exempt_uses where at >= ? group by product, live_channel")
                .param(from.toEpochMilli())
                .query(row -> {
                    counts.put(new ProductChannel(row.getString(1), row.getString(2)), row.getInt(3));
                });
        return counts;
    }
}
