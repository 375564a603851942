package dev.rehearsal.access.store;

import dev.rehearsal.access.GivenPower;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.ledger.Actor;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads who gave permissions to give, tokens, passwords and accounts of the issuer to others. */
@Repository
public class GivenPowerStore {

    private static final String GIVEN =
            "select person, changed_by, changed_at from permissions_history where changed_at > :time"
                    + " and data_version is not null and changed_by <> person and permission in (:giving)"
                    + " union select person, created_by, created_at from api_tokens where created_at > :time"
                    + " and created_by <> person and confirmed_by is null"
                    + " union select person, changed_by, changed_at from accounts where changed_at > :time"
                    + " and changed_by <> person and confirmed_by is null"
                    + " union select p.name, i.bound_by, i.bound_at from identities i join people p on p.id = i.person_id"
                    + " where i.bound_at > :time and i.bound_by <> p.name and i.confirmed_by is null";

    private final JdbcClient jdbc;

    public GivenPowerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<GivenPower> givenAfter(Instant time) {
        return jdbc.sql(GIVEN)
                .param("time", time.toEpochMilli())
                .param("giving", List.of(PermissionName.PERMISSION.wireName(), PermissionName.ADMIN.wireName()))
                .query((row, number) -> new GivenPower(
                        new Actor(row.getString(1)), new Actor(row.getString(2)), Instant.ofEpochMilli(row.getLong(3))))
                .list();
    }
}
