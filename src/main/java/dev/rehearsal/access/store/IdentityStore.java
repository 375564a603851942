package dev.rehearsal.access.store;

import dev.rehearsal.access.Binding;
import dev.rehearsal.access.Identity;
import dev.rehearsal.access.PersonId;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes who of an issuer is which person; a row is never removed. */
@Repository
public class IdentityStore {

    private static final String SELECT =
            "select i.id, i.issuer, i.subject, i.person_id, p.living, i.bound_by, i.bound_at,"
                    + " i.confirmed_by from identities i join people p on p.id = i.person_id where i.live and p.living is not null";

    private final JdbcClient jdbc;

    public IdentityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns who this is, as long as that person is here. */
    public Optional<Binding> find(Identity identity) {
        return jdbc.sql(SELECT + " and i.issuer = ? and i.subject = ?")
                .params(identity.issuer(), identity.subject())
                .query((row, number) -> binding(row))
                .optional();
    }

    /** Returns by which account of the issuer somebody of this name signs in. */
    public Optional<Binding> of(String person, String issuer) {
        return jdbc.sql(SELECT + " and p.living = ? and i.issuer = ?")
                .params(person, issuer)
                .query((row, number) -> binding(row))
                .optional();
    }

    public boolean isLive(long id) {
        return isAny(jdbc.sql("select count(*) from identities where id = ? and live")
                .param(id));
    }

    /** Whether this was ever somebody here. */
    public boolean isKnown(Identity identity) {
        return isAny(jdbc.sql("select count(*) from identities where issuer = ? and subject = ?")
                .params(identity.issuer(), identity.subject()));
    }

    /** Whether this person was ever bound to an account of any issuer. */
    public boolean hadAny(PersonId person) {
        return isAny(
                jdbc.sql("select count(*) from identities where person_id = ?").param(person.value()));
    }

    /** Whether somebody who is gone had this name. */
    public boolean isNameUsed(String name) {
        return isAny(jdbc.sql("select count(*) from people where name = ? and living is null")
                .param(name));
    }

    /** Whether this person ever had a token. */
    public boolean hadTokens(PersonId person) {
        return isAny(
                jdbc.sql("select count(*) from api_tokens where person_id = ?").param(person.value()));
    }

    /** Keeps that a person may have had an account before they came here, which nobody knows any more. */
    public void insertFormer(Write write, PersonId person) {
        jdbc.sql("insert into identities (issuer, subject, person_id, bound_by, bound_at, live)"
                        + " values ('', ?, ?, ?, ?, null)")
                .params(
                        String.valueOf(person.value()),
                        person.value(),
                        write.by().name(),
                        write.at().toEpochMilli())
                .update();
    }

    /** Binds from now on; the account and the person are free of others before. */
    public void insert(Write write, Identity identity, PersonId person, Actor by) {
        end(identity);
        end(person, identity.issuer());
        jdbc.sql("insert into identities (issuer, subject, person_id, bound_by, bound_at, live)"
                        + " values (?, ?, ?, ?, ?, true)")
                .params(
                        identity.issuer(),
                        identity.subject(),
                        person.value(),
                        by.name(),
                        write.at().toEpochMilli())
                .update();
    }

    /** @return how many there were: one or none */
    public int end(PersonId person, String issuer) {
        return jdbc.sql("update identities set live = null where person_id = ? and issuer = ? and live")
                .params(person.value(), issuer)
                .update();
    }

    public void confirm(Write write, long id) {
        jdbc.sql("update identities set confirmed_by = ? where id = ?")
                .params(write.by().name(), id)
                .update();
    }

    private void end(Identity identity) {
        jdbc.sql("update identities set live = null where issuer = ? and subject = ? and live")
                .params(identity.issuer(), identity.subject())
                .update();
    }

    private static boolean isAny(JdbcClient.StatementSpec count) {
        return count.query(Integer.class).single() > 0;
    }

    private static Binding binding(ResultSet row) throws SQLException {
        String confirmedBy = row.getString("confirmed_by");
        return new Binding(
                row.getLong("id"),
                new Identity(row.getString("issuer"), row.getString("subject")),
                new PersonId(row.getLong("person_id")),
                new Actor(row.getString("living")),
                new Actor(row.getString("bound_by")),
                Instant.ofEpochMilli(row.getLong("bound_at")),
                confirmedBy == null ? null : new Actor(confirmedBy));
    }
}
