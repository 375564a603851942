package dev.rehearsal.access.store;

import dev.rehearsal.access.PersonId;
import dev.rehearsal.ledger.Write;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes who there is, and who there was: a row is never removed, so no number is used again. */
@Repository
public class PersonStore {

    private final JdbcClient jdbc;

    public PersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<PersonId> find(String name) {
        return jdbc.sql("select id from people where living = ?")
                .param(name)
                .query((row, number) -> new PersonId(row.getLong(1)))
                .optional();
    }

    /** Everybody who is here, by name. */
    Map<String, PersonId> all() {
        Map<String, PersonId> ids = new HashMap<>();
        jdbc.sql("select living, id from people where living is not null").query(row -> {
            ids.put(row.getString(1), new PersonId(row.getLong(2)));
        });
        return ids;
    }

    /** Returns who has this name, from now on if nobody had it. */
    public PersonId begin(Write write, String name) {
        return find(name).orElseGet(() -> {
            long next = jdbc.sql("select coalesce(max(id), 0) + 1 from people")
                    .query(Long.class)
                    .single();
            return insert(write, name, new PersonId(next));
        });
    }

    /** Begins somebody who was known by this number elsewhere; another number where this one is somebody's here. */
    public PersonId begin(Write write, String name, PersonId known) {
        boolean free = jdbc.sql("select count(*) from people where id = ? or living = ?")
                        .params(known.value(), name)
                        .query(Integer.class)
                        .single()
                == 0;
        return free && !known.equals(PersonId.NONE) ? insert(write, name, known) : begin(write, name);
    }

    /** Keeps somebody who is gone, unless the number is known here. */
    public void insertGone(Write write, PersonId gone, String name) {
        jdbc.sql("insert into people (id, name, living, since, until) select ?, ?, null, 0, ? from write_lock"
                        + " where not exists (select 1 from people where id = ?)")
                .params(gone.value(), name, write.at().toEpochMilli(), gone.value())
                .update();
    }

    public void end(Write write, PersonId person) {
        jdbc.sql("update people set living = null, until = ? where id = ?")
                .params(write.at().toEpochMilli(), person.value())
                .update();
    }

    private PersonId insert(Write write, String name, PersonId id) {
        jdbc.sql("insert into people (id, name, living, since) values (?, ?, ?, ?)")
                .params(id.value(), name, name, write.at().toEpochMilli())
                .update();
        return id;
    }
}
