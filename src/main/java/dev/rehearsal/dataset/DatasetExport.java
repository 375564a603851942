package dev.rehearsal.dataset;

import dev.rehearsal.access.People;
import dev.rehearsal.access.PersonId;
import dev.rehearsal.approval.Comment;
import dev.rehearsal.approval.Comments;
import dev.rehearsal.approval.Discussion;
import dev.rehearsal.approval.FreezeWindows;
import dev.rehearsal.approval.Gates;
import dev.rehearsal.approval.GuardRails;
import dev.rehearsal.approval.RequiredSignoffs;
import dev.rehearsal.approval.SignoffPolicy;
import dev.rehearsal.approval.Signoffs;
import dev.rehearsal.approval.UrgentRoles;
import dev.rehearsal.approval.Verdicts;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleasePart;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.RowKind;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.enactment.PlanHolds;
import dev.rehearsal.ledger.NumberedRow;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.EmergencyShutoffs;
import dev.rehearsal.live.LiveTables;
import dev.rehearsal.live.PinnedReleases;
import dev.rehearsal.live.Releases;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.probe.Probe;
import dev.rehearsal.probe.Probes;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/** Writes all tables as a dataset, which fills an empty database with the same state again. */
@Service
public class DatasetExport {

    private final LiveTables live;
    private final Releases releases;
    private final StoredContents contents;
    private final PinnedReleases pins;
    private final EmergencyShutoffs shutoffs;
    private final People people;
    private final RequiredSignoffs requirements;
    private final Gates gates;
    private final FreezeWindows windows;
    private final GuardRails rails;
    private final UrgentRoles urgentRoles;
    private final Probes probes;
    private final Signoffs signoffs;
    private final Comments comments;
    private final PlanHolds holds;
    private final Verdicts verdicts;
    private final ChannelMappings mappings;
    private final ChangeSets changeSets;
    private final TransactionTemplate consistentRead;

    DatasetExport(
            LiveTables live,
            Releases releases,
            StoredContents contents,
            PinnedReleases pins,
            EmergencyShutoffs shutoffs,
            People people,
            RequiredSignoffs requirements,
            Gates gates,
            FreezeWindows windows,
            GuardRails rails,
            UrgentRoles urgentRoles,
            Probes probes,
            Signoffs signoffs,
            Comments comments,
            PlanHolds holds,
            Verdicts verdicts,
            ChannelMappings mappings,
            ChangeSets changeSets,
            PlatformTransactionManager transactionManager) {
        this.live = live;
        this.releases = releases;
        this.contents = contents;
        this.pins = pins;
        this.shutoffs = shutoffs;
        this.people = people;
        this.requirements = requirements;
        this.gates = gates;
        this.windows = windows;
        this.rails = rails;
        this.urgentRoles = urgentRoles;
        this.probes = probes;
        this.signoffs = signoffs;
        this.comments = comments;
        this.holds = holds;
        this.verdicts = verdicts;
        this.mappings = mappings;
        this.changeSets = changeSets;
        this.consistentRead = new TransactionTemplate(transactionManager);
        consistentRead.setReadOnly(true);
        consistentRead.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** The extent of an export says how much of the state is written. */
    public enum Extent {
        EVERYTHING,
        /** Without change sets, which are other people's unfinished work. */
        WITHOUT_CHANGE_SETS
    }

    /** The destination of an export; opened once it is certain that there is one. */
    @FunctionalInterface
    public interface Destination {

        OutputStream open() throws IOException;
    }

    /**
     * Writes the state of one moment, in an order that depends on the state alone, with one release in memory at a time.
     * The destination is left open.
     */
    public void write(Extent extent, Destination destination) throws IOException {
        try {
            consistentRead.executeWithoutResult(status -> write(extent, destination, live.inThisTransaction()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Rollouts stay here: a step that its rollout has not let go is held where only its set arrives. */
    private List<ChangeSet> openSets() {
        Set<ChangeSetId> held = holds.held().keySet();
        return changeSets.allOpen().stream()
                .map(set -> held.contains(set.id()) && set.state() instanceof ChangeSet.Pending
                        ? set.told(new ChangeSet.Held())
                        : set)
                .toList();
    }

    private void write(Extent extent, Destination destination, Tables tables) {
        List<ChangeSet> sets = extent == Extent.EVERYTHING ? openSets() : List.of();
        Set<Long> ofSecondApi = releases.ofSecondApi();
        RowNumbers numbers = RowNumbers.toBeWritten();
        Map<ChangeSetId, Discussion> discussions = comments.ofOpenSets();
        Map<Long, Set<PersonId>> waiting = comments.waitingFor(discussions.values().stream()
                .flatMap(discussion -> discussion.comments().stream())
                .map(Comment::id)
                .toList());
        OpenSetObjects open = new OpenSetObjects(
                contents, signoffs.ofOpenSets(), discussions, waiting, ofSecondApi::contains, numbers);
        try {
            DatasetWriter writer = new DatasetWriter(destination.open());
            writer.part(DatasetPart.RULES, sorted(tables.rules().values(), Rule::id), DatasetObjects::rule);
            writer.part(
                    DatasetPart.RELEASES,
                    sorted(tables.releases().values(), Release::name),
                    release -> release(release, ofSecondApi.contains(release.incarnation()), numbers));
            writer.part(
                    DatasetPart.EMERGENCY_SHUTOFFS,
                    sorted(shutoffs.all(), shutoff -> shutoff.product() + "\n" + shutoff.channel()),
                    shutoff -> DatasetObjects.row(RowKinds.SHUTOFFS, shutoff));
            writer.part(
                    DatasetPart.PINNABLE_RELEASES,
                    sorted(pins.all(), pin -> pin.product() + "\n" + pin.channel() + "\n" + pin.version()),
                    pin -> DatasetObjects.pin(pin, numbers));
            writer.part(DatasetPart.PEOPLE, people.all(), person -> DatasetObjects.person(person, numbers));
            writer.part(DatasetPart.REQUIRED_SIGNOFFS, required(requirements.policy()), json -> json);
            writer.part(DatasetPart.GATES, gates.all(), numbered(RowKinds.GATES, numbers.gates()));
            writer.part(
                    DatasetPart.FREEZE_WINDOWS, windows.all(), numbered(RowKinds.FREEZE_WINDOWS, numbers.windows()));
            writer.part(DatasetPart.GUARD_RAILS, rails.all(), numbered(RowKinds.GUARD_RAILS, numbers.rails()));
            writer.part(
                    DatasetPart.URGENT_ROLES,
                    urgentRoles.all(),
                    urgent -> DatasetObjects.row(RowKinds.URGENT_ROLES, urgent));
            writer.part(DatasetPart.PROBES, sorted(probes.all(), Probe::id), DatasetObjects::probe);
            writer.part(
                    DatasetPart.CHANNEL_MAPPINGS,
                    mappings.all(),
                    mapping -> DatasetObjects.row(
                            RowKinds.MAPPINGS, mapping, numbers.mappings().applyAsLong(mapping.id())));
            writer.part(DatasetPart.CHANGE_SETS, sets, open::json);
            writer.part(
                    DatasetPart.VERDICTS, verdicts.all(), verdict -> VerdictObjects.json(verdict, numbers.grants()));
            writer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <R extends NumberedRow<R>> Function<R, ObjectNode> numbered(
            RowKind<R> kind, LongUnaryOperator number) {
        return row -> DatasetObjects.row(kind, row, number.applyAsLong(row.id()));
    }

    private static List<ObjectNode> required(SignoffPolicy policy) {
        return Stream.concat(
                        policy.forChannels().stream().map(row -> DatasetObjects.row(RowKinds.REQUIREMENTS, row)),
                        policy.forPermissions().stream()
                                .map(row -> DatasetObjects.row(RowKinds.PERMISSION_REQUIREMENTS, row)))
                .toList();
    }

    private ObjectNode release(Release release, boolean secondApi, RowNumbers numbers) {
        SortedMap<String, ReleasePart> parts = releases.parts(release.name());
        SortedMap<String, ContentHash> hashes = new TreeMap<>();
        parts.forEach((path, part) -> hashes.put(path, part.hash()));
        return DatasetObjects.release(release, secondApi, parts.values(), contents.json(new Manifest(hashes)), numbers);
    }

    private static <T, K extends Comparable<K>> List<T> sorted(Collection<T> objects, Function<T, K> key) {
        return objects.stream().sorted(Comparator.comparing(key)).toList();
    }
}
