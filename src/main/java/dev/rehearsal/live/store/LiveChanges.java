package dev.rehearsal.live.store;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Says which live rows were written lately: each write of one leaves a row in a history, whose numbers grow. */
@Repository
public class LiveChanges {

    private final JdbcClient jdbc;

    public LiveChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The numbers of the last rows of the three histories; 0 where there is none. */
    public record Place(long rules, long releases, long pins) {

        public static final Place NOWHERE = new Place(0, 0, 0);
    }

    public Place last() {
        return jdbc.sql("select (select coalesce(max(change_id), 0) from rules_history),"
                        + " (select coalesce(max(change_id), 0) from releases_history),"
                        + " (select coalesce(max(change_id), 0) from pins_history) from write_lock where id = 1")
                .query((row, number) -> new Place(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    /** Returns the rules that were written after this, whether there are such ones now or not. */
    public Set<RuleId> rulesAfter(Place place) {
        return new TreeSet<>(jdbc.sql("select rule_id from rules_history where change_id > ?")
                .param(place.rules())
                .query((row, number) -> new RuleId(row.getLong(1)))
                .list());
    }

    /** Returns the releases that were written after this, whether there are such ones now or not. */
    public Set<ReleaseName> releasesAfter(Place place) {
        return new TreeSet<>(jdbc.sql("select name from releases_history where change_id > ?")
                .param(place.releases())
                .query((row, number) -> new ReleaseName(row.getString(1)))
                .list());
    }
}
