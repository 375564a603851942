package dev.rehearsal.live.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hands out the numbers that tell a row from one that comes after it under its name. */
@Repository
public class IncarnationStore {

    private final JdbcClient jdbc;

    public IncarnationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns a number that no row had or will have, even if the transaction that asked for it fails. */
    public long reserve() {
        return jdbc.sql("select nextval('incarnations')").query(Long.class).single();
    }
}
