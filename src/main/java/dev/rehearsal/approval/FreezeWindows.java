package dev.rehearsal.approval;

import dev.rehearsal.approval.store.FreezeWindowStore;
import dev.rehearsal.ledger.NumberedTable;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The freeze windows in force. */
@Service
public class FreezeWindows extends NumberedTable<FreezeWindow> {

    private static final int LONGEST_CRON = 100;
    private static final int LONGEST_TITLE = 200;

    private final ChannelMappings mappings;
    private final Clock clock;

    FreezeWindows(FreezeWindowStore store, ChannelMappings mappings, Clock clock) {
        super(FreezeWindow.class, store);
        this.mappings = mappings;
        this.clock = clock;
    }

    /** Works out what is frozen at a time, and what will be. */
    public Freezes around(Instant at) {
        return FreezeCalendar.around(all(), at);
    }

    @Override
    public void check(@Nullable FreezeWindow before, FreezeWindow after) {
        List<Problem> problems = new ArrayList<>(problems(after));
        boolean isMoved = before == null
                || !Objects.equals(before.product(), after.product())
                || !Objects.equals(before.liveChannel(), after.liveChannel());
        if (after.liveChannel() != null && isMoved) {
            RestingGuards.whyItWouldRest(mappings.all(), after.product(), after.liveChannel())
                    .ifPresent(why -> problems.add(new Problem("live_channel", why)));
        }
        RefusedException.throwIfAny(problems);
    }

    /** Returns what is wrong with a window in itself. */
    public List<Problem> problems(FreezeWindow window) {
        List<Problem> problems = new ArrayList<>();
        if (window.product() != null && isNoName(window.product(), RuleField.LONGEST_PRODUCT)) {
            problems.add(new Problem("product", "must be 1 to " + RuleField.LONGEST_PRODUCT + " characters long"));
        }
        String live = window.liveChannel();
        if (live != null && (isNoName(live, RuleField.LONGEST_CHANNEL) || live.contains("*"))) {
            problems.add(new Problem("live_channel", "must be the exact name of one channel, or left out"));
        }
        if (isNoName(window.title(), LONGEST_TITLE)) {
            problems.add(new Problem("title", "must say what it is, in 1 to " + LONGEST_TITLE + " characters"));
        }
        if (!FreezeWindow.canLast(window.duration())) {
            problems.add(new Problem("duration", "must be a minute to 366 days, such as PT62H"));
        }
        ZonedDateTime now = clock.instant().atZone(window.zone());
        if (window.cron().length() > LONGEST_CRON) {
            problems.add(new Problem("cron", "must be at most " + LONGEST_CRON + " characters long"));
        } else {
            FreezeCalendar.whyItNeverBegins(window.cron(), now)
                    .ifPresent(why -> problems.add(new Problem("cron", why)));
        }
        if (problems.isEmpty() && FreezeCalendar.runsIntoItself(window, now)) {
            problems.add(new Problem("duration", "must end before the window begins again"));
        }
        return problems;
    }

    private static boolean isNoName(String name, int longest) {
        return name.isBlank() || name.length() > longest;
    }
}
