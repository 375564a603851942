package dev.rehearsal.notice.store;

import dev.rehearsal.access.PersonId;
import dev.rehearsal.notice.NoticeKind;
import dev.rehearsal.notice.Wishes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes what people want to be told, where they have said so. */
@Repository
public class WishStore {

    private final JdbcClient jdbc;

    public WishStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Wishes> find(PersonId person) {
        return jdbc.sql("select address, kinds from notice_wishes where person_id = ?")
                .param(person.value())
                .query((row, number) -> new Wishes(row.getString(1), NoticeKind.split(row.getString(2))))
                .optional();
    }

    public Map<PersonId, Wishes> all() {
        Map<PersonId, Wishes> all = new HashMap<>();
        jdbc.sql("select person_id, address, kinds from notice_wishes").query(row -> {
            all.put(new PersonId(row.getLong(1)), new Wishes(row.getString(2), NoticeKind.split(row.getString(3))));
        });
        return all;
    }

    public void put(PersonId person, Wishes wishes, Instant at) {
        jdbc.sql("delete from notice_wishes where person_id = ?")
                .param(person.value())
                .update();
        jdbc.sql("insert into notice_wishes (person_id, address, kinds, changed_at) values (?, ?, ?, ?)")
                .params(person.value(), wishes.address(), NoticeKind.joined(wishes.kinds()), at.toEpochMilli())
                .update();
    }
}
