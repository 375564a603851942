package dev.rehearsal.notice;

import dev.rehearsal.enactment.FollowedTables;
import dev.rehearsal.ledger.AfterWrite;
import dev.rehearsal.ledger.BeforeWrite;
import dev.rehearsal.ledger.SnapshotVersion;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.notice.store.WrittenRows;
import dev.rehearsal.notice.store.WrittenRows.BreakGlassRow;
import dev.rehearsal.notice.store.WrittenRows.Marks;
import dev.rehearsal.notice.store.WrittenRows.SetRow;
import dev.rehearsal.notice.store.WrittenRows.ShutoffRow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Puts into the outbox what each write did to change sets and shutoffs, within that write: what is rolled back is told to
 * nobody, and what is committed is not forgotten. It reads the history rows that the write has left, so that no way of
 * writing can leave it out. Two small queries for a write of which there is nothing to tell.
 */
@Component
@Order(0)
class WrittenNotices implements BeforeWrite, AfterWrite {

    /** Writes what a dataset brings: that has happened elsewhere, as has what a mirror copies, and is told there. */
    private static final String IMPORT = "import";

    private final WrittenRows rows;
    private final Outbox outbox;
    /** Stands for the write that holds the lock. */
    private volatile @Nullable Marks found;

    WrittenNotices(WrittenRows rows, Outbox outbox) {
        this.rows = rows;
        this.outbox = outbox;
    }

    @Override
    public void prepare(Write write) {
        found = rows.marks();
    }

    @Override
    public void complete(Write write, SnapshotVersion version) {
        Marks before = Objects.requireNonNull(found);
        found = null;
        if (write.by().name().equals(IMPORT) || write.by().equals(FollowedTables.ACTOR)) {
            return;
        }
        Marks now = rows.marks();
        if (now.sets() > before.sets()) {
            Map<Long, SetRow> last = new LinkedHashMap<>();
            rows.sets(before).forEach(row -> last.put(row.set(), row));
            Map<Long, SetRow> then = rows.before(last.keySet(), before);
            last.values().forEach(row -> tellSet(write, row, Optional.ofNullable(then.get(row.set()))));
        }
        if (now.shutoffs() > before.shutoffs()) {
            rows.shutoffs(before).forEach(row -> tellShutoff(write, row));
        }
        if (now.breakGlass() > before.breakGlass()) {
            rows.breakGlass(before).forEach(row -> tellBreakGlass(write, row));
        }
    }

    private void tellSet(Write write, SetRow row, Optional<SetRow> before) {
        boolean same = before.isPresent() && before.get().state().equals(row.state());
        boolean drafted = before.isEmpty() && row.state().equals("draft");
        if (same || drafted) {
            return;
        }
        String set = "Change set %d “%s”".formatted(row.set(), row.title());
        Set<String> author = Set.of(row.author());
        switch (row.state()) {
            case "disarmed" ->
                put(
                        write,
                        NoticeKind.SET_DISARMED,
                        row,
                        author,
                        null,
                        set + " was due and could not go live",
                        reason(row));
            case "enacted" -> {
                if (before.isPresent()) {
                    put(write, NoticeKind.SET_CHANGED, row, author, row.by(), set + " went live", by(row));
                }
                put(
                        write,
                        NoticeKind.WENT_LIVE,
                        row,
                        null,
                        row.author(),
                        set + " is live",
                        "Written by %s.".formatted(row.author()));
            }
            default ->
                put(
                        write,
                        NoticeKind.SET_CHANGED,
                        row,
                        author,
                        row.by(),
                        set + words(row.state(), before.isEmpty()),
                        by(row));
        }
    }

    private static String words(String state, boolean isNew) {
        return switch (state) {
            case "pending" -> isNew ? " was scheduled" : " is pending";
            case "held" -> " is held";
            case "withdrawn" -> " was withdrawn";
            default -> " is " + state;
        };
    }

    private static String by(SetRow row) {
        return "By %s.".formatted(row.by());
    }

    private static String reason(SetRow row) {
        return Objects.requireNonNullElse(row.reason(), "It needs a decision") + ". Resolve or reschedule it.";
    }

    private void put(
            Write write,
            NoticeKind kind,
            SetRow row,
            @Nullable Set<String> people,
            @Nullable String by,
            String title,
            String text) {
        outbox.put(
                new NewNotice(kind, null, row.set(), null, null, people, by, title, text, "changes/" + row.set()),
                write.at());
    }

    private void tellShutoff(Write write, ShutoffRow row) {
        String title = row.lifted()
                ? "Updates of %s on %s are served again".formatted(row.product(), row.channel())
                : "Updates of %s on %s are shut off".formatted(row.product(), row.channel());
        String text =
                row.comment() == null ? "By %s.".formatted(row.by()) : "By %s: %s".formatted(row.by(), row.comment());
        outbox.put(
                new NewNotice(
                        NoticeKind.SHUTOFF,
                        null,
                        null,
                        row.product(),
                        row.channel(),
                        null,
                        row.by(),
                        title,
                        text,
                        "emergency"),
                write.at());
    }

    private void tellBreakGlass(Write write, BreakGlassRow row) {
        outbox.put(
                new NewNotice(
                        NoticeKind.BREAK_GLASS,
                        null,
                        row.set(),
                        null,
                        null,
                        null,
                        row.by(),
                        "Change set %d “%s” went live by break-glass".formatted(row.set(), row.title()),
                        "By %s, who says: %s".formatted(row.by(), row.reason()),
                        "changes/" + row.set()),
                write.at());
    }
}
