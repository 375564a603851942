package dev.rehearsal.mirror;

import dev.rehearsal.access.MirroredPeople;
import dev.rehearsal.access.Person;
import dev.rehearsal.approval.PermissionSignoff;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleasePart;
import dev.rehearsal.enactment.FollowedTables;
import dev.rehearsal.enactment.MirroredKind;
import dev.rehearsal.enactment.SourceRelease;
import dev.rehearsal.enactment.SourceSet;
import dev.rehearsal.enactment.SourceTables;
import dev.rehearsal.ledger.DatabaseClock;
import dev.rehearsal.live.Pin;
import dev.rehearsal.live.Releases;
import dev.rehearsal.live.Rules;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.mirror.store.FetchedStore.Fetched;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Makes what is here what a source shows, one look at a time. There is no reading of all at once over Balrog's API: its
 * data versions are read, then what they say has changed, then the versions again; only where both agree was there a moment
 * at which the source was this.
 */
final class Mirror {

    private static final Logger LOG = LoggerFactory.getLogger(Mirror.class);

    /** A source that is written to all the time is left alone until the next look. */
    private static final int MOST_ROUNDS = 8;

    private final ListingReader reader;
    private final FetchedReleases fetched;
    private final ReleaseFetch fetch;
    private final PinCandidates candidates;
    private final FollowedTables tables;
    private final Rules rules;
    private final Releases releases;
    private final MirroredPeople people;
    private final DatabaseClock clock;
    private @Nullable Listing mirrored;
    private Set<Pins.Key> possible = Set.of();

    Mirror(
            ListingReader reader,
            FetchedReleases fetched,
            ReleaseFetch fetch,
            PinCandidates candidates,
            FollowedTables tables,
            Rules rules,
            Releases releases,
            MirroredPeople people,
            DatabaseClock clock) {
        this.reader = reader;
        this.fetched = fetched;
        this.fetch = fetch;
        this.candidates = candidates;
        this.tables = tables;
        this.rules = rules;
        this.releases = releases;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Looks at the source once.
     *
     * @throws SourceException if it cannot be read, or not be understood; then nothing here is another
     */
    void look(FetchedReleases.Progress progress) {
        try {
            follow(progress);
        } catch (RuntimeException e) {
            fetched.reload();
            possible = Set.of();
            throw e instanceof JacksonException
                    ? new SourceException("it shows something else than Balrog does: " + e.getMessage())
                    : e;
        }
    }

    /** Whoever may read less than before knows less: what vanished from their sight is not taken for removed. */
    private void refuseIfLessIsShown(Listing listing) {
        boolean less = tables.latest()
                .filter(following ->
                        following.readAt() != null && !listing.kinds().containsAll(following.kinds()))
                .isPresent();
        if (less || !listing.hidden().isEmpty() && tables.openSets().stream().anyMatch(listing::hides)) {
            throw new SourceException("it does not let this installation read all that it did before");
        }
    }

    private void follow(FetchedReleases.Progress progress) {
        Listing known = mirrored;
        Instant begun = now();
        Listing listing = read(known == null ? Set.of() : asked(known));
        refuseIfLessIsShown(listing);
        if (listing.equals(known) && !looksAgain(listing)) {
            tables.looked(begun);
            return;
        }
        refuseEmpty(listing);
        if (isOlderThanHere(listing)) {
            LOG.warn("The source has lost some of its history: all its releases are fetched again");
            fetched.forget();
        }
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Listing again = agreed(listing, progress);
            if (again == null) {
                return;
            }
            listing = again;
        }
        throw new SourceException("it was written to all the while it was read: the next look tries again");
    }

    /** Returns null once it is mirrored, or else what is listed by now. */
    private @Nullable Listing agreed(Listing listing, FetchedReleases.Progress progress) {
        try {
            fetched.bring(listing, progress);
            Listing whole = withPins(listing);
            SourceSets sets = new SourceSets(fetch, whole);
            List<SourceSet> scheduled = sets.read();
            Instant between = now();
            Listing again = read(keys(whole));
            if (!again.equals(whole)) {
                return again;
            }
            become(whole, scheduled, between);
            if (!sets.leftOut().isEmpty()) {
                LOG.warn("Left out of the source's schedule, since it cannot be shown here: {}", sets.leftOut());
            }
            return null;
        } catch (ReleaseFetch.MovedException e) {
            LOG.debug("Reading again: {}", e.getMessage());
            return read(keys(listing));
        }
    }

    private void become(Listing listing, List<SourceSet> scheduled, Instant between) {
        SourceTables source = source(listing, scheduled);
        // What another node has read later stays.
        if (tables.become(source, between, write -> fetched.applied(listing))) {
            mirrored = listing;
        }
        fetched.reload();
    }

    private Listing read(Collection<Pins.Key> pins) {
        return reader.read(pins, fetched::line);
    }

    /** Asks for pins that there may be since releases or rules are there which were not; all of them for the first copy. */
    private Listing withPins(Listing listing) {
        Set<Pins.Key> asked = new LinkedHashSet<>(PinCandidates.all(listing, this::version));
        asked.removeAll(possible);
        possible = PinCandidates.all(listing, this::version);
        asked.removeAll(keys(listing));
        SortedMap<String, JsonNode> pins = new TreeMap<>(listing.of(MirroredKind.PINS));
        pins.putAll(reader.pins(asked));
        return listing.with(MirroredKind.PINS, pins);
    }

    private Collection<Pins.Key> asked(Listing known) {
        Set<Pins.Key> asked = new LinkedHashSet<>(keys(known));
        asked.addAll(candidates.next(known, this::version));
        return asked;
    }

    private static Set<Pins.Key> keys(Listing listing) {
        return listing.all(MirroredKind.PINS).stream()
                .map(SourceRows::pin)
                .map(pin -> new Pins.Key(pin.product(), pin.channel(), pin.version()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String version(String release) {
        Fetched found = fetched.of(release);
        return found == null ? "" : found.version();
    }

    private boolean looksAgain(Listing listing) {
        try {
            return fetched.lookAgain(listing);
        } catch (ReleaseFetch.MovedException e) {
            return true;
        }
    }

    /** An installation that has lost its tables answers like one that never had any. */
    private void refuseEmpty(Listing listing) {
        if (listing.of(MirroredKind.RULES).isEmpty() && !rules.all().isEmpty()) {
            throw new SourceException("it shows no rule at all any more");
        }
        if (listing.of(MirroredKind.RELEASES).isEmpty() && !releases.all().isEmpty()) {
            throw new SourceException("it shows no release at all any more");
        }
        if (listing.kinds().contains(MirroredKind.PERMISSIONS)
                && listing.of(MirroredKind.PERMISSIONS).isEmpty()
                && !people.all().isEmpty()) {
            throw new SourceException("it shows nobody at all any more");
        }
    }

    /** Data versions never go back, unless an older state was restored. */
    private boolean isOlderThanHere(Listing listing) {
        Map<String, JsonNode> listed = listing.of(MirroredKind.RELEASES);
        return rules.all().stream()
                        .anyMatch(rule ->
                                isOlder(listing.of(MirroredKind.RULES).get(rule.id() + "\n"), rule.dataVersion()))
                || releases.all().stream()
                        .anyMatch(release -> isOlder(listed.get(release.name().value()), release.dataVersion()));
    }

    private static boolean isOlder(@Nullable JsonNode row, int version) {
        return row != null && row.path("data_version").asInt() < version;
    }

    private SourceTables source(Listing listing, List<SourceSet> scheduled) {
        List<Rule> sourceRules =
                listing.all(MirroredKind.RULES).stream().map(SourceRows::rule).toList();
        List<Pin> pins =
                listing.all(MirroredKind.PINS).stream().map(SourceRows::pin).toList();
        List<SourceRelease> sourceReleases = new ArrayList<>();
        Set<ReleaseName> changed = new HashSet<>();
        listing.of(MirroredKind.RELEASES).forEach((name, line) -> {
            Fetched found = Objects.requireNonNull(fetched.of(name));
            if (!found.isApplied()) {
                changed.add(new ReleaseName(name));
            }
            sourceReleases.add(release(name, line, found));
        });
        List<RequiredSignoff> requirements = listing.all(MirroredKind.REQUIREMENTS).stream()
                .map(row -> SourceRows.requirement(row, SourceRows.version(row, "a requirement")))
                .toList();
        List<PermissionSignoff> forPermissions = listing.all(MirroredKind.PERMISSION_REQUIREMENTS).stream()
                .map(row -> SourceRows.permissionRequirement(row, SourceRows.version(row, "a requirement")))
                .toList();
        List<Person> shown = listing.of(MirroredKind.PERMISSIONS).entrySet().stream()
                .flatMap(person -> SourceRows.person(person.getKey(), person.getValue()).stream())
                .toList();
        return new SourceTables(
                listing.kinds(),
                sourceRules,
                sourceReleases,
                changed,
                name -> parts(name, listing),
                pins,
                listing.all(MirroredKind.SHUTOFFS).stream()
                        .map(SourceRows::shutoff)
                        .toList(),
                requirements,
                forPermissions,
                shown,
                scheduled,
                enacted(listing));
    }

    private static SourceRelease release(String name, JsonNode line, Fetched found) {
        String product = SourceRows.text(line, "product", 15, "release " + name);
        Release row = new Release(
                new ReleaseName(name),
                product,
                line.path("read_only").asBoolean(),
                SourceRows.version(line, "release " + name),
                found.content());
        return new SourceRelease(row, line.path("api").asInt() == 2);
    }

    private Collection<ReleasePart> parts(ReleaseName name, Listing listing) {
        JsonNode line = listing.of(MirroredKind.RELEASES).get(name.value());
        JsonNode versions = Objects.requireNonNull(line).path("versions");
        List<ReleasePart> parts = new ArrayList<>();
        fetched.manifest(name.value())
                .parts()
                .forEach((path, hash) -> parts.add(
                        new ReleasePart(path, hash, versions.path(path).asInt(0))));
        return parts;
    }

    /** Returns what has gone live of what is not scheduled any more; the rest was withdrawn. */
    private Set<String> enacted(Listing listing) {
        Set<String> gone = new HashSet<>(tables.openSets());
        gone.removeAll(listing.of(MirroredKind.SETS).keySet());
        Map<String, List<Long>> byKind = new HashMap<>();
        Set<String> enacted = new HashSet<>();
        for (String source : gone) {
            int slash = source.lastIndexOf('/');
            if (source.startsWith(ListingReader.SECOND_API)) {
                String name = source.substring(ListingReader.SECOND_API.length());
                Fetched found = fetched.of(name);
                if (found != null && !found.isApplied()) {
                    enacted.add(source);
                }
            } else if (byKind.computeIfAbsent(source.substring(0, slash), reader::enacted)
                    .contains(Long.valueOf(source.substring(slash + 1)))) {
                enacted.add(source);
            }
        }
        return enacted;
    }

    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
