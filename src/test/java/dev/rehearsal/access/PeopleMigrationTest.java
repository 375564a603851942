package dev.rehearsal.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.TestDatabase;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Databases from before people had numbers. */
class PeopleMigrationTest {

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoIsThereGetsANumberAndWhatIsLeftOfOthersPassesToNobody(TestDatabase kind) {
        String url =
                kind == TestDatabase.H2 ? "jdbc:h2:mem:people-migration;DB_CLOSE_DELAY=-1" : TestDatabase.newPostgres();
        DriverManagerDataSource database =
                new DriverManagerDataSource(url, kind == TestDatabase.H2 ? "sa" : "postgres", "");
        Flyway.configure().dataSource(database).target("6").load().migrate();
        JdbcClient jdbc = JdbcClient.create(database);
        // ben was there, went, and came back; emi went for good; dora never had a permission.
        permission(jdbc, "ben", 10, 1);
        permission(jdbc, "ben", 20, null);
        permission(jdbc, "ben", 30, 1);
        permission(jdbc, "emi", 10, 1);
        permission(jdbc, "emi", 40, null);
        permission(jdbc, "ada", 5, 1);
        permission(jdbc, "ada", 6, 2);
        for (String name : List.of("ada", "ben")) {
            jdbc.sql("insert into permissions (person, permission, options, data_version) values (?, 'rule', '{}', 1)")
                    .param(name)
                    .update();
        }
        jdbc.sql("insert into user_roles (person, role, data_version) values ('ben', 'qa', 1), ('ada', 'qa', 1)")
                .update();
        jdbc.sql("insert into user_roles_history (changed_by, changed_at, person, role, data_version) values"
                        + " ('ada', 12, 'ben', 'qa', 1), ('ada', 20, 'ben', 'qa', null), ('zoe', 31, 'ben', 'qa', 1)")
                .update();
        token(jdbc, "ben", "old", 11);
        token(jdbc, "ben", "new", 32);
        token(jdbc, "emi", "left", 11);
        token(jdbc, "ada", "ci", 7);
        password(jdbc, "ben", 12);
        password(jdbc, "emi", 12);
        password(jdbc, "dora", 50);
        password(jdbc, "ada", 8);

        Flyway.configure().dataSource(database).load().migrate();

        assertThat(texts(jdbc, "select living || ' ' || since from people where living is not null order by id"))
                .containsExactly("ada 5", "ben 30");
        assertThat(texts(jdbc, "select name || ' ' || until from people where living is null order by id"))
                .containsExactly("ben 20", "emi 40");
        assertThat(texts(
                        jdbc,
                        "select t.name from api_tokens t join people p on p.id = t.person_id"
                                + " where p.living is not null and t.revoked_at is null order by t.name"))
                .containsExactly("ci", "new");
        assertThat(texts(jdbc, "select name from api_tokens where revoked_at is not null order by name"))
                .containsExactly("left", "old");
        assertThat(texts(jdbc, "select a.person from accounts a join people p on p.id = a.person_id"))
                .containsExactly("ada");
        assertThat(texts(jdbc, "select person || ' ' || given_by || ' ' || given_at from user_roles order by person"))
                .containsExactly("ada  0", "ben zoe 31");
        assertThat(jdbc.sql("select count(distinct grant_id) from user_roles")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc.sql("select h.changed_at from user_roles_history h"
                                + " join user_roles r on r.grant_id = h.grant_id")
                        .query((row, number) -> row.getLong(1))
                        .single())
                .isEqualTo(31L);
    }

    private static void permission(JdbcClient jdbc, String person, long at, @Nullable Integer dataVersion) {
        jdbc.sql("insert into permissions_history (changed_by, changed_at, person, permission, options, data_version)"
                        + " values ('ada', ?, ?, 'rule', '{}', cast(? as int))")
                .param(at)
                .param(person)
                .param(dataVersion)
                .update();
    }

    private static void token(JdbcClient jdbc, String person, String name, long at) {
        jdbc.sql("insert into api_tokens (person, name, hash, scope, created_by, created_at)"
                        + " values (?, ?, ?, 'write', 'ada', ?)")
                .params(person, name, TokenText.hash(name), at)
                .update();
    }

    private static void password(JdbcClient jdbc, String person, long at) {
        jdbc.sql("insert into accounts (person, password_hash, changed_by, changed_at) values (?, 'x', 'ada', ?)")
                .params(person, at)
                .update();
    }

    private static List<String> texts(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query((row, number) -> row.getString(1)).list();
    }
}
