package dev.rehearsal.imports;

import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.channel.ChannelMappings;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.pin.Pin;
import dev.rehearsal.pin.PinnedReleases;
import dev.rehearsal.refusal.RefusedException;
import dev.rehearsal.release.Release;
import dev.rehearsal.release.Releases;
import dev.rehearsal.release.StoredContents;
import dev.rehearsal.rule.Rules;
import dev.rehearsal.shutoff.EmergencyShutoffs;
import dev.rehearsal.shutoff.Shutoff;
import dev.rehearsal.staging.ChannelMapping;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes all tables as a dataset, which fills an empty database with the same state again. */
@Service
public class DatasetExport {

    private final Rules rules;
    private final Releases releases;
    private final StoredContents contents;
    private final PinnedReleases pins;
    private final EmergencyShutoffs shutoffs;
    private final ChannelMappings mappings;
    private final ChangeQueue queue;
    private final TransactionTemplate consistentRead;

    DatasetExport(
            Rules rules,
            Releases releases,
            StoredContents contents,
            PinnedReleases pins,
            EmergencyShutoffs shutoffs,
            ChannelMappings mappings,
            ChangeQueue queue,
            PlatformTransactionManager transactionManager) {
        this.rules = rules;
        this.releases = releases;
        this.contents = contents;
        this.pins = pins;
        this.shutoffs = shutoffs;
        this.mappings = mappings;
        this.queue = queue;
        this.consistentRead = new TransactionTemplate(transactionManager);
        consistentRead.setReadOnly(true);
        consistentRead.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** What of the tables is written. */
    public enum Contents {
        EVERYTHING,
        /** All but change sets, which are other people's unfinished work. */
        LIVE_ONLY
    }

    /** Where an export goes; opened once it is certain that there is one. */
    @FunctionalInterface
    public interface Destination {

        OutputStream open() throws IOException;
    }

    /**
     * Writes as of one moment, in an order that depends on the state alone, one release in memory at a time. The
     * destination is left open.
     *
     * @throws RefusedException before anything is written, if a pending set could not be scheduled again as it is
     */
    public void write(Contents what, Destination destination) {
        consistentRead.executeWithoutResult(status -> {
            List<ChangeSet> sets = what == Contents.EVERYTHING ? queue.pending() : List.of();
            List<Rule> allRules = sorted(rules.all(), Comparator.comparing(Rule::id));
            List<Release> allReleases = sorted(releases.all(), Comparator.comparing(Release::name));
            List<Pin> allPins = sorted(
                    pins.all(),
                    Comparator.comparing(Pin::product).thenComparing(Pin::channel).thenComparing(Pin::version));
            PendingExport pending = PendingExport.of(sets, allRules, allReleases, pins.asPins(), contents);
            try {
                DatasetWriter writer = new DatasetWriter(destination.open());
                writer.part(DatasetPart.RULES, allRules, RuleObjects::json);
                writer.part(DatasetPart.RELEASES, allReleases, this::json);
                writer.part(
                        DatasetPart.EMERGENCY_SHUTOFFS,
                        sorted(
                                shutoffs.all(),
                                Comparator.comparing(Shutoff::product).thenComparing(Shutoff::channel)),
                        ShutoffObjects::json);
                writer.part(DatasetPart.PINNABLE_RELEASES, allPins, PinObjects::json);
                writer.part(DatasetPart.CHANNEL_MAPPINGS, allMappings(), MappingObjects::json);
                writer.part(DatasetPart.CHANGE_SETS, sets, pending::json);
                writer.end();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
