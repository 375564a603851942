package dev.rehearsal.traffic;

import dev.rehearsal.access.Access;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.matching.UpdateQuery.Force;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.serve.sample.QueryText;
import dev.rehearsal.serve.sample.SampledChannels;
import dev.rehearsal.serve.sample.SamplingOptions;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.traffic.LoadedList.OnChannel;
import dev.rehearsal.traffic.store.ListStore;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Counted lists and access logs from elsewhere, which administrators load and remove. Caches in front of this server hide
 * the URLs that are asked most, so that only they know what clients really ask.
 */
@Service
public class LoadedLists {

    private static final Logger LOG = LoggerFactory.getLogger(LoadedLists.class);
    private static final RequiredPermission ADMINISTER = new RequiredPermission(PermissionName.ADMIN, null, null);

    private static final int MOST = 100;
    private static final int MOST_CHANNELS = 200;

    /** What is kept while a list is read: some 100,000 requests. */
    private static final long MOST_CHARACTERS = 24L << 20;

    private static final long MOST_TIMES = 1_000_000_000_000_000L;

    /** A list that is loaded again gives the same sample. */
    private static final long SEED = 1;

    private final ListStore store;
    private final WriteLock writeLock;
    private final Access access;
    private final StoredTraffic traffic;
    private final SamplingOptions options;
    private final Clock clock;
    private final Semaphore reading = new Semaphore(1);

    LoadedLists(
            ListStore store,
            WriteLock writeLock,
            Access access,
            StoredTraffic traffic,
            SamplingOptions options,
            Clock clock) {
        this.store = store;
        this.writeLock = writeLock;
        this.access = access;
        this.traffic = traffic;
        this.options = options;
        this.clock = clock;
    }

    /** Gives the requests of a list one after the other, from wherever it is. */
    public interface Source {

        /** Reads to the end; each request comes with how often it was made. */
        Lines read(ObjLongConsumer<UpdateQuery> to) throws IOException;
    }

    /** The lines that were read, without empty ones and comments. */
    public record Lines(long withUpdateUrl, long others) {}

    /** Returns why somebody can neither load nor remove lists; null if they can. */
    public @Nullable String whyNot(Actor somebody) {
        return access.may(somebody, ADMINISTER) ? null : "you lack the " + ADMINISTER;
    }

    /** Lists them, the one loaded last first. */
    public List<LoadedList> all() {
        return store.all();
    }

    /**
     * Reads a list of any length, and keeps as much of each channel as of a sample. Nothing is written before its end.
     *
     * @throws RefusedException if it holds no request, or another one is being read
     */
    public LoadedList load(Actor by, ListDraft draft, Source source) throws IOException {
        access.require(by, ADMINISTER);
        RefusedException.throwIfAny(draft.problems(clock.instant()));
        if (!reading.tryAcquire()) {
            throw RefusedException.conflict("another list is being read: load this one when that is done");
        }
        try {
            Tally tally = new Tally();
            Lines lines = source.read(tally::add);
            return store(by, draft, lines, tally.samples());
        } finally {
            reading.release();
        }
    }

    private LoadedList store(Actor by, ListDraft draft, Lines lines, SortedMap<ProductChannel, PackedSample> samples) {
        if (samples.isEmpty()) {
            throw RefusedException.invalid(
                    "requests",
                    "hold no update URL that counts (lines: %d): send lines of an access log, or a list of update URLs"
                            .formatted(lines.withUpdateUrl() + lines.others()));
        }
        List<OnChannel> channels = samples.entrySet().stream()
                .map(one -> new OnChannel(
                        one.getKey(), one.getValue().seen(), one.getValue().kept()))
                .toList();
        LoadedList stored = writeLock.write(by, WriteKind.QUEUE, write -> {
            access.require(by, ADMINISTER);
            if (store.all().size() >= MOST) {
                throw RefusedException.conflict("there are %d lists: remove one first".formatted(MOST));
            }
            LoadedList list = new LoadedList(
                    0,
                    draft.name(),
                    draft.from(),
                    draft.until(),
                    lines.withUpdateUrl(),
                    lines.others(),
                    by,
                    write.at(),
                    channels,
                    1);
            return store.insert(write, list, samples);
        });
        traffic.forget();
        LOG.info("{} has loaded the list '{}' of {} requests", by, draft.name(), total(channels));
        return stored;
    }

    private static long total(List<OnChannel> channels) {
        return channels.stream().mapToLong(OnChannel::asked).sum();
    }

    /** Removes one: from then on the sample counts again, or the list before it. */
    public void remove(Actor by, long id) {
        writeLock.write(by, WriteKind.QUEUE, write -> {
            access.require(by, ADMINISTER);
            LoadedList list = store.all().stream()
                    .filter(one -> one.id() == id)
                    .findFirst()
                    .orElseThrow(() -> RefusedException.notFound("there is no list " + id));
            store.delete(write, list);
            return list;
        });
        traffic.forget();
    }

    /** A tally of what one list holds, by channel, of bounded size. */
    private final class Tally {

        private final SampledChannels channels = new SampledChannels(options.perChannel(), MOST_CHARACTERS, SEED);
        private long times;

        void add(UpdateQuery query, long count) {
            if (query.force() != Force.NONE) {
                return;
            }
            if (count > MOST_TIMES - times) {
                throw RefusedException.invalid(
                        "requests", "are more than %,d: something else than requests is counted".formatted(MOST_TIMES));
            }
            times += count;
            channels.of(where(query)).note(QueryText.of(query, options.distribution()), count);
        }

        /** What no rule could name is any other. */
        private static ProductChannel where(UpdateQuery query) {
            return new ProductChannel(
                    isName(query.product(), RuleField.LONGEST_PRODUCT) ? query.product() : null,
                    isName(query.fallbackChannel(), RuleField.LONGEST_CHANNEL)
                            ? query.fallbackChannel()
                            : SampledChannels.OTHER);
        }

        private static boolean isName(String text, int longest) {
            return !text.isEmpty() && text.length() <= longest && text.chars().noneMatch(Character::isISOControl);
        }

        SortedMap<ProductChannel, PackedSample> samples() {
            SortedMap<ProductChannel, PackedSample> samples = new TreeMap<>(SampledChannels.ORDER);
            channels.drain().entrySet().stream()
                    .sorted(Map.Entry.comparingByValue((one, other) -> Long.compare(other.seen(), one.seen())))
                    .limit(MOST_CHANNELS)
                    .forEach(one -> samples.put(one.getKey(), PackedSample.of(one.getValue())));
            return samples;
        }
    }
}
