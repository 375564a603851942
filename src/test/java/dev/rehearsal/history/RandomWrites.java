package dev.rehearsal.history;

import dev.rehearsal.access.People;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.store.PeopleStore;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.Gates;
import dev.rehearsal.approval.PermissionSignoff;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.approval.RequiredSignoffs;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.approval.Signoffs;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.Revision;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.live.Pin;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** One write after another, of every kind there is, as a seed decides. */
final class RandomWrites {

    private static final List<String> RELEASES = List.of("R1", "R2", "R3", "R4");
    private static final List<String> LOCALES = List.of("fr", "it", "nl");

    private final Random random;
    private final Writing writing;
    private final List<Pin> pins = new ArrayList<>();
    private final List<Shutoff> shutoffs = new ArrayList<>();

    RandomWrites(long seed, Writing writing) {
        this.random = new Random(seed);
        this.writing = writing;
    }

    /** What later writes are about. */
    void first() {
        RELEASES.forEach(release -> writing.directly(Writing.addRelease(release, locales())));
        writing.directly(Writing.addRule("mapping", "R1"), Writing.addRule("mapping", "R2", "channel", "release*"));
    }

    /** Some time passes, or none; then something is written. */
    void next() {
        writing.pass(
                switch (random.nextInt(4)) {
                    case 0 -> Duration.ZERO;
                    case 1 -> Duration.ofMillis(1);
                    default -> Duration.ofMinutes(1 + random.nextInt(90));
                });
        for (int tries = 0; tries < 10; tries++) {
            try {
                write();
                return;
            } catch (RefusedException refused) {
                // What cannot be done now is not done: something else may be.
            }
        }
    }

    private void write() {
        switch (random.nextInt(14)) {
            case 0, 1, 2 -> writing.directly(proposals());
            case 3, 4, 5 -> writing.schedule(Duration.ofMinutes(random.nextInt(200)), proposals());
            case 6, 7 -> {
                ChangeSet set = oneOf(writing.state().queue());
                if (set != null) {
                    writing.enact(set);
                }
            }
            case 8 -> moveSet();
            case 9, 10 -> writeMapping();
            case 11 -> writeRequirement();
            case 12 -> writeSignoff();
            default -> {
                writePin();
                writeShutoff();
            }
        }
    }

    private void moveSet() {
        ChangeSet held = oneOf(writing.changeSets.inState("held", 10));
        ChangeSet set = oneOf(writing.state().queue());
        if (held != null && random.nextBoolean()) {
            writing.changeSets.resume(
                    Writing.ADA, held.id(), null, writing.now().plusSeconds(60));
        } else if (set != null) {
            switch (random.nextInt(4)) {
                case 0 -> writing.changeSets.hold(Writing.ADA, set.id(), null);
                case 1 -> writing.changeSets.withdraw(Writing.ADA, set.id(), null);
                case 2 -> revise(set, new Revision(null, writing.now().plusSeconds(random.nextInt(9_000)), null));
                default -> revise(set, new Revision("Otherwise", null, List.of(proposals())));
            }
        }
    }

    private void revise(ChangeSet set, Revision revision) {
        writing.changeSets.revise(random.nextBoolean() ? Writing.ADA : Writing.BOB, set.id(), null, revision);
    }

    private void writeMapping() {
        MappingProposal proposal = new MappingProposal(
                random.nextBoolean() ? null : "Firefox",
                random.nextInt(5) == 0 ? "beta" : "release",
                oneOfThese("release-cdntest", "release-localtest", "beta-cdntest"),
                scope());
        ChannelMapping known = oneOf(writing.mappings.all());
        if (known == null || random.nextBoolean()) {
            writing.mapped(RowKinds.MAPPINGS.change(null, null, proposal));
        } else if (random.nextInt(3) == 0) {
            writing.unmap(known);
        } else {
            writing.mapped(RowKinds.MAPPINGS.change(known.id(), known.dataVersion(), proposal));
        }
    }

    private Scope scope() {
        ChangeSet set = oneOf(writing.state().queue());
        ChangeSetId id = set == null ? new ChangeSetId(1) : set.id();
        return oneOfThese(new Scope.WholeQueue(), new Scope.NextOnly(), new Scope.UpTo(id), new Scope.Only(id));
    }

    /** About channels where nothing else happens, so that it keeps nobody from writing. */
    private void writeRequirement() {
        Role role = oneOfThese(new Role("releng"), new Role("relman"));
        writing.database.write(entry -> {
            Person ada = writing.database.bean(People.class).find(Writing.ADA);
            PeopleStore people = writing.database.bean(PeopleStore.class);
            if (!ada.holds(role)) {
                people.addRole(entry, ada.name(), role);
            }
            RequiredSignoffs required = writing.database.bean(RequiredSignoffs.class);
            Gates gates = writing.database.bean(Gates.class);
            switch (random.nextInt(5)) {
                case 0 -> required.put(entry, new RequiredSignoff("Klar", "esr", role, 1, 1));
                case 1 ->
                    required.find("Klar", "esr", role).ifPresent(requirement -> required.remove(entry, requirement));
                case 2 -> required.put(entry, new PermissionSignoff("Klar", role, 1, 1));
                case 3 -> gates.add(entry, new Gate(0, "Klar", "esr", role, 1, List.of(), 1));
                default -> {
                    people.removeRole(entry, ada.name(), role);
                    Gate gate = oneOf(gates.all());
                    if (gate != null) {
                        gates.write(entry, gate, null);
                    }
                }
            }
            return entry;
        });
    }

    private void writeSignoff() {
        ChangeSet set = oneOf(writing.state().queue());
        if (set == null) {
            return;
        }
        writing.database.write(entry -> {
            Signoffs signoffs = writing.database.bean(Signoffs.class);
            Signoff known = oneOf(signoffs.of(set.id()));
            if (known == null) {
                signoffs.put(
                        entry,
                        set.id(),
                        new Signoff(Writing.BOB, new Role("releng"), entry.at(), null, Map.of(), 0, null, null));
            } else {
                signoffs.remove(entry, set.id(), known);
            }
            return entry;
        });
    }

    private void writePin() {
        Pin pin = new Pin("Firefox", "release", oneOfThese("120.", "121."), new ReleaseName("R1"), 1);
        Pin known = pins.stream()
                .filter(other -> other.version().equals(pin.version()))
                .findFirst()
                .orElse(null);
        if (known == null) {
            pins.add(pin);
            writing.pin(pin);
        } else {
            pins.remove(known);
            writing.unpin(known);
        }
    }

    private void writeShutoff() {
        Shutoff shutoff = new Shutoff("Firefox", oneOfThese("release", "release-cdntest"), null, 1);
        if (shutoffs.remove(shutoff)) {
            writing.resume(shutoff);
        } else {
            shutoffs.add(shutoff);
            writing.shutOff(shutoff);
        }
    }

    private Proposal[] proposals() {
        List<Proposal> proposals = new ArrayList<>();
        do {
            proposals.add(proposal());
        } while (random.nextInt(3) == 0);
        return proposals.toArray(Proposal[]::new);
    }

    private Proposal proposal() {
        NodeState state = writing.state();
        List<Long> rules = state.live().rules().keySet().stream()
                .map(id -> id.value())
                .sorted(Comparator.naturalOrder())
                .toList();
        Long rule = oneOf(rules);
        String release = oneOfThese(RELEASES.toArray(String[]::new));
        boolean exists = state.live().releases().containsKey(new ReleaseName(release));
        int kind = random.nextInt(10);
        if (kind < 3) {
            return exists ? Writing.writeRelease(release, locales()) : Writing.addRelease(release, locales());
        }
        if (kind == 3 && exists) {
            return Writing.removeRelease(release);
        }
        if (rule == null || kind < 6) {
            return Writing.addRule(
                    "mapping",
                    release,
                    "priority",
                    random.nextInt(5) * 10,
                    "channel",
                    oneOfThese("release", "release*", "beta"));
        }
        if (kind == 6) {
            return Writing.removeRule(rule);
        }
        return random.nextBoolean()
                ? Writing.edit(rule, "mapping", release, "backgroundRate", random.nextInt(101))
                : Writing.edit(rule, "alias", oneOfThese("main", null), "version", oneOfThese("<120.0", null));
    }

    private String[] locales() {
        return LOCALES.stream().filter(locale -> random.nextBoolean()).toArray(String[]::new);
    }

    private <T> @Nullable T oneOf(List<T> choices) {
        return choices.isEmpty() ? null : choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    private <T extends @Nullable Object> T oneOfThese(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
