package dev.rehearsal.approval.store;

import dev.rehearsal.access.Assurance;
import dev.rehearsal.access.Credential;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.staging.ChangeSetId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes signoffs; each write leaves a history row. */
@Repository
public class SignoffStore {

    private static final String SELECT = "select s.set_id, s.person, s.role, s.signed_at, s.digest, s.items,"
            + " s.role_grant, s.counted, s.credential_kind, s.credential_id, s.credential_given_by, s.credential_given_at,"
            + " s.credential_acr, s.credential_auth_time,"
            + " coalesce(t.confirmed_by, a.confirmed_by, i.confirmed_by) as confirmed_by from signoffs s"
            + " left join api_tokens t on s.credential_kind = 'TOKEN' and t.id = s.credential_id"
            + " left join accounts a on s.credential_kind = 'PASSWORD' and a.id = s.credential_id"
            + " left join identities i on s.credential_kind in ('ISSUER', 'JWT') and i.id = s.credential_id";

    private final JdbcClient jdbc;

    public SignoffStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns them in the order in which they were given. */
    public List<Signoff> of(ChangeSetId set) {
        return jdbc.sql(SELECT + " where s.set_id = ? order by s.signed_at, s.person")
                .param(set.value())
                .query((row, number) -> signoff(row))
                .list();
    }

    /** Returns those of every set that is still to be enacted, in the order in which they were given. */
    public Map<ChangeSetId, List<Signoff>> ofOpenSets() {
        Map<ChangeSetId, List<Signoff>> signoffs = new HashMap<>();
        jdbc.sql(SELECT
                        + " join change_sets c on c.id = s.set_id where c.state in ('pending', 'held')"
                        + " order by s.signed_at, s.person")
                .query(row -> {
                    signoffs.computeIfAbsent(new ChangeSetId(row.getLong("set_id")), set -> new ArrayList<>())
                            .add(signoff(row));
                });
        return signoffs;
    }

    /** Keeps a signoff; one that the person gave before is replaced. */
    public void put(Write write, ChangeSetId set, Signoff signoff) {
        Credential credential = signoff.credential();
        jdbc.sql("delete from signoffs where set_id = ? and person = ?")
                .params(set.value(), signoff.by().name())
                .update();
        jdbc.sql("insert into signoffs (set_id, person, role, signed_at, digest, items, role_grant, credential_kind,"
                        + " credential_id, credential_given_by, credential_given_at, credential_acr, credential_auth_time)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(set.value())
                .param(signoff.by().name())
                .param(signoff.role().name())
                .param(signoff.at().toEpochMilli())
                .param(signoff.digest())
                .param(SignedItemsJson.write(signoff.items()))
                .param(signoff.grant())
                .param(credential == null ? null : credential.kind().name())
                .param(credential == null ? null : credential.id())
                .param(credential == null ? null : credential.givenBy().name())
                .param(credential == null ? null : credential.givenAt().toEpochMilli())
                .param(credential == null ? null : acr(credential))
                .param(credential == null ? null : authTime(credential))
                .update();
        history(write, set, signoff.by(), signoff.role());
    }

    /** Keeps for good which signoffs counted when their set was enacted. */
    public void keepCounted(ChangeSetId set, Collection<Actor> counted) {
        jdbc.sql("update signoffs set counted = false where set_id = ?")
                .param(set.value())
                .update();
        for (Actor by : counted) {
            jdbc.sql("update signoffs set counted = true where set_id = ? and person = ?")
                    .params(set.value(), by.name())
                    .update();
        }
    }

    public void delete(Write write, ChangeSetId set, Actor by) {
        jdbc.sql("delete from signoffs where set_id = ? and person = ?")
                .params(set.value(), by.name())
                .update();
        history(write, set, by, null);
    }

    private void history(Write write, ChangeSetId set, Actor by, @Nullable Role role) {
        jdbc.sql("insert into signoffs_history (changed_by, changed_at, set_id, person, role) values (?, ?, ?, ?, ?)")
                .param(write.by().name())
                .param(write.at().toEpochMilli())
                .param(set.value())
                .param(by.name())
                .param(role == null ? null : role.name())
                .update();
    }

    private static Signoff signoff(ResultSet row) throws SQLException {
        boolean counted = row.getBoolean("counted");
        return new Signoff(
                new Actor(row.getString("person")),
                new Role(row.getString("role")),
                Instant.ofEpochMilli(row.getLong("signed_at")),
                row.getString("digest"),
                SignedItemsJson.read(row.getString("items")),
                row.getLong("role_grant"),
                credential(row),
                wasNullAfter(row, "counted") ? null : counted);
    }

    private static @Nullable Credential credential(ResultSet row) throws SQLException {
        String kind = row.getString("credential_kind");
        if (kind == null) {
            return null;
        }
        String confirmedBy = row.getString("confirmed_by");
        return new Credential(
                Credential.Kind.valueOf(kind),
                row.getLong("credential_id"),
                new Actor(row.getString("credential_given_by")),
                Instant.ofEpochMilli(row.getLong("credential_given_at")),
                confirmedBy == null ? null : new Actor(confirmedBy),
                assurance(row));
    }

    private static @Nullable Assurance assurance(ResultSet row) throws SQLException {
        String acr = row.getString("credential_acr");
        Instant authTime = row.getObject("credential_auth_time") == null
                ? null
                : Instant.ofEpochMilli(row.getLong("credential_auth_time"));
        return acr == null && authTime == null ? null : new Assurance(acr, authTime);
    }

    private static @Nullable String acr(Credential credential) {
        return credential.assurance() == null ? null : credential.assurance().acr();
    }

    private static @Nullable Long authTime(Credential credential) {
        Assurance assurance = credential.assurance();
        return assurance == null || assurance.authTime() == null
                ? null
                : (Long) assurance.authTime().toEpochMilli();
    }

    private static boolean wasNullAfter(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null;
    }
}
