package dev.rehearsal.history.store;

import dev.rehearsal.blob.ContentHash;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads which contents change sets mention that somebody may still want to see. */
@Repository
public class ContentMentions {

    private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b");

    private static final String WANTED = "select c.content from changes_history c join change_sets s on s.id = c.set_id"
            + " where c.object = 'release' and c.content is not null and ("
            + " s.ended_at is null or s.ended_at >= ?"
            + " or exists (select 1 from verdicts v where v.given_at >= s.created_at and v.given_at <= s.ended_at"
            + " and (v.product in (select r.product from releases_history r where r.name = c.target)"
            + " or not exists (select 1 from releases_history n where n.name = c.target))))";

    private final JdbcClient jdbc;

    public ContentMentions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns all hashes that stand in changes of sets which have not ended, or ended no longer ago than a time, or were
     * waiting when somebody judged their product: what was judged is kept whatever came of it.
     */
    public Set<ContentHash> since(Instant time) {
        Set<ContentHash> mentioned = new HashSet<>();
        jdbc.sql(WANTED).param(time.toEpochMilli()).query(row -> {
            Matcher hash = HASH.matcher(row.getString(1));
            while (hash.find()) {
                mentioned.add(new ContentHash(hash.group()));
            }
        });
        return mentioned;
    }
}
