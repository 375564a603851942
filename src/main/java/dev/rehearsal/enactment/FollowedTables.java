package dev.rehearsal.enactment;

import dev.rehearsal.access.Access;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Subject;
import dev.rehearsal.enactment.store.FollowingStore;
import dev.rehearsal.enactment.store.MirroredSetStore;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.AfterWrite;
import dev.rehearsal.ledger.BeforeWrite;
import dev.rehearsal.ledger.SnapshotVersion;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.problem.RefusedException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The one other way into the live tables, open only while a running Balrog is followed: what it shows is written here by
 * its mirror and by nobody else. Every write is looked at when it is done, whoever made it and however: one that has
 * written any of that is taken back.
 */
@Component
@Order(0)
public class FollowedTables implements BeforeWrite, AfterWrite {

    /** Who writes what a source shows, in histories. */
    public static final Actor ACTOR = new Actor("mirror");

    /** From here on go the numbers of what is made here, and of pending additions of rules. */
    private static final long FIRST_NUMBER = 1_000_001;

    private static final List<String> BALROGS = Arrays.stream(PermissionName.values())
            .filter(PermissionName::isOfBalrog)
            .map(PermissionName::wireName)
            .toList();

    private final FollowingStore store;
    private final MirroredSetStore sets;
    private final ObjectProvider<WriteLock> writeLock;
    private final ObjectProvider<MirrorWriter> writer;
    private final ObjectProvider<Access> access;
    private volatile @Nullable FollowState latest;
    /** Stands for the write that holds the lock; null where nothing is followed. */
    private volatile @Nullable Map<String, Long> found;

    private volatile boolean mirroring;

    /** What writes, writes through the lock that asks this: it is looked up when it is needed. */
    FollowedTables(
            FollowingStore store,
            MirroredSetStore sets,
            ObjectProvider<WriteLock> writeLock,
            ObjectProvider<MirrorWriter> writer,
            ObjectProvider<Access> access) {
        this.store = store;
        this.sets = sets;
        this.writeLock = writeLock;
        this.writer = writer;
        this.access = access;
    }

    /** Reads whom this installation follows, or followed until it was taken over; empty where nobody was ever followed. */
    public Optional<FollowState> read() {
        Optional<FollowState> following = store.find();
        latest = following.orElse(null);
        return following;
    }

    /** Returns what {@link #read} found last, which costs nothing. */
    public Optional<FollowState> latest() {
        return Optional.ofNullable(latest);
    }

    /** Reads again, unless following has ended, which it does for good: another node may have begun it meanwhile. */
    public Optional<FollowState> current() {
        FollowState known = latest;
        return known == null || known.goesOn() ? read() : Optional.of(known);
    }

    /** Whether the source decides what becomes of a set. */
    public boolean decidesAlone(ChangeSet set) {
        FollowState known = latest;
        return known != null && known.decidesAlone(set);
    }

    /**
     * Says at once what the write would be refused for when it is done.
     *
     * @throws RefusedException if the source decides what becomes of the set
     */
    void refuseIfMirrored(ChangeSet set) {
        FollowState known = latest;
        if (known != null && decidesAlone(set)) {
            set.changes().stream()
                    .map(change -> Subject.of(change).object())
                    .flatMap(object -> Arrays.stream(MirroredKind.values())
                            .filter(kind -> kind.object().equals(object) && known.mirrors(kind)))
                    .findFirst()
                    .ifPresent(kind -> {
                        throw refusal(known, kind);
                    });
        }
    }

    /** Whether what is mirrored is here as it was read. */
    public boolean isAsRead() {
        FollowState known = latest;
        return known != null
                && known.content() != null
                && known.content().equals(writer.getObject().content(known.kinds()));
    }

    /** Begins to follow: from now on nobody else writes what the source shows. */
    public void begin(String source, Set<MirroredKind> kinds) {
        sets.startNumbersAt(FIRST_NUMBER);
        writeLock.getObject().write(ACTOR, WriteKind.QUEUE, write -> {
            if (store.find().isEmpty()) {
                store.begin(write, source, kinds);
            }
            // What this write leaves is not served before the first full copy.
            read();
            return write;
        });
    }

    /**
     * Makes the tables what the source was at a time.
     *
     * @param also what else belongs to the write
     * @return whether it was done: what another node has read later stays
     * @throws RefusedException if nobody is followed, or not any more
     */
    public boolean become(SourceTables source, Instant readAt, Consumer<Write> also) {
        boolean done = writeLock.getObject().write(ACTOR, WriteKind.LIVE, write -> {
            FollowState now = store.find()
                    .filter(FollowState::goesOn)
                    .orElseThrow(() -> RefusedException.conflict("nothing is followed here, or not any more"));
            if (now.readAt() != null && !readAt.isAfter(now.readAt())) {
                return false;
            }
            mirroring = true;
            MirrorWriter mirror = writer.getObject();
            mirror.apply(write, source);
            String content = mirror.content(source.kinds());
            if (!content.equals(source.content())) {
                throw new IllegalStateException("What was written is not what was read");
            }
            store.applied(source.kinds(), readAt, content);
            also.accept(write);
            return true;
        });
        read();
        return done;
    }

    /** Keeps that the source was as it is mirrored. */
    public void looked(Instant at) {
        boolean wasAway = isAway();
        store.looked(at);
        if (wasAway) {
            tellEverywhere();
        }
        read();
    }

    /** Keeps that the source could not be read, and why. */
    public void away(Instant at, String trouble) {
        boolean wasAway = isAway();
        store.away(at, trouble);
        if (!wasAway) {
            tellEverywhere();
        }
        read();
    }

    private boolean isAway() {
        return latest().map(FollowState::awaySince).isPresent();
    }

    /** So that open screens, on whatever node, say it at once. */
    private void tellEverywhere() {
        read();
        writeLock.getObject().write(ACTOR, WriteKind.QUEUE, write -> write);
    }

    /**
     * Ends following for good: from now on this installation decides. What was due at the source and had not gone live
     * there needs a decision.
     *
     * @throws RefusedException if nothing is followed, or not fully mirrored, or by whoever may not everything
     */
    public void takeOver(Actor by) {
        writeLock.getObject().write(by, WriteKind.LIVE, write -> {
            access.getObject().require(by, new RequiredPermission(PermissionName.ADMIN, null, null));
            FollowState now = store.find()
                    .filter(FollowState::goesOn)
                    .orElseThrow(() -> RefusedException.conflict("nothing is followed here, or not any more"));
            if (now.isFilling()) {
                throw RefusedException.conflict(
                        "the first copy of %s is not complete: wait until it is".formatted(now.source()));
            }
            if (!isAsRead()) {
                throw RefusedException.conflict(
                        "what is here is not what was read from %s: wait for the next look".formatted(now.source()));
            }
            mirroring = true;
            writer.getObject().release(write, sets.open(), now.source());
            store.end(write);
            return write;
        });
        read();
    }

    /** Sets here that stand for what is scheduled at the source, by what it calls that. */
    public Set<String> openSets() {
        return sets.open().keySet();
    }

    @Override
    public void prepare(Write write) {
        mirroring = false;
        FollowState known = latest;
        found = known != null && known.goesOn() ? store.lastRows() : null;
    }

    @Override
    public void complete(Write write, SnapshotVersion version) {
        Map<String, Long> before = found;
        found = null;
        if (before == null || mirroring) {
            return;
        }
        store.find().filter(FollowState::goesOn).ifPresent(following -> refuseWritten(following, before));
    }

    private void refuseWritten(FollowState following, Map<String, Long> before) {
        Map<String, Long> after = store.lastRows();
        for (MirroredKind kind : EnumSet.allOf(MirroredKind.class)) {
            boolean written = kind.histories().stream()
                    .anyMatch(history -> !Objects.equals(before.get(history), after.get(history)));
            if (written && following.mirrors(kind) && !isOfOurs(kind, before)) {
                throw refusal(following, kind);
            }
        }
        for (String object : store.objectsOfSets(
                Objects.requireNonNull(before.get("change_sets_history")),
                Objects.requireNonNull(before.get("signoffs_history")))) {
            if (following.mirrors(object)) {
                throw refusal(following, MirroredKind.SETS);
            }
        }
    }

    /** Permissions that Balrog does not know are given here. */
    private boolean isOfOurs(MirroredKind kind, Map<String, Long> before) {
        return kind == MirroredKind.PERMISSIONS
                && !store.wrotePermissions(Objects.requireNonNull(before.get("permissions_history")), BALROGS);
    }

    private static RefusedException refusal(FollowState following, MirroredKind kind) {
        return RefusedException.conflict("these %s are those of %s: change them there, or take over first"
                .formatted(kind.words(), following.source()));
    }
}
