package dev.rehearsal.access.store;

import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers whose permissions and roles are those of a source that is followed. */
@Repository
public class MirroredPeopleStore {

    private final JdbcClient jdbc;

    public MirroredPeopleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Set<String> all() {
        return new HashSet<>(jdbc.sql("select person from mirrored_people")
                .query(String.class)
                .list());
    }

    public void add(String person) {
        jdbc.sql("insert into mirrored_people (person) values (?)")
                .param(person)
                .update();
    }

    public void remove(String person) {
        jdbc.sql("delete from mirrored_people where person = ?").param(person).update();
    }
}
