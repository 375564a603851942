package dev.rehearsal.approval;

import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.staging.ChannelMapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what testing a state needs before it may be live.
 *
 * @param product null for each product that is named on the channel
 * @param passesRequired at least 1, by holders of the role
 * @param testChannels on each of which that many passes are needed; empty if it does not matter where
 */
public record Gate(
        long id,
        @Nullable String product,
        String liveChannel,
        Role role,
        int passesRequired,
        List<String> testChannels,
        int dataVersion) {

    /** How long the names may be together, with a comma between two. */
    public static final int LONGEST_TEST_CHANNELS = 1_000;

    private static final int LONGEST_CHANNEL = 75;

    public Gate {
        testChannels = List.copyOf(testChannels);
    }

    /** Whether a channel of this name can be among those on which must be tested. */
    public static boolean canBeTestedOn(String channel) {
        return !channel.isBlank() && channel.length() <= LONGEST_CHANNEL && !channel.contains(",");
    }

    /** Why nobody could ever satisfy it, with what to do; empty if somebody can. */
    public List<Problem> whyItCannotOpen(Collection<Person> people, List<ChannelMapping> mappings) {
        List<Problem> problems = new ArrayList<>();
        long holders = people.stream().filter(person -> person.holds(role)).count();
        if (holders == 0) {
            problems.add(new Problem("role", "nobody holds the role '%s': give it to somebody first".formatted(role)));
        } else if (passesRequired > holders) {
            problems.add(new Problem(
                    "passes_required",
                    "%d people hold the role '%s', so %d can never pass a state"
                            .formatted(holders, role, passesRequired)));
        }
        for (String channel : testChannels) {
            if (mappings.stream().noneMatch(mapping -> shows(mapping, channel))) {
                problems.add(new Problem(
                        "test_channels", "'%s' does not show '%s': map it first".formatted(channel, liveChannel)));
            }
        }
        return problems;
    }

    /** Returns how many holders of its role must pass a state. */
    public Requirements requirements() {
        return Requirements.of(role, passesRequired);
    }

    private boolean shows(ChannelMapping mapping, String channel) {
        return mapping.testChannel().equals(channel)
                && mapping.liveChannel().equals(liveChannel)
                && (mapping.product() == null || mapping.product().equals(product));
    }

    /** The same gate, saying what the other one says. */
    public Gate becomes(Gate other) {
        return new Gate(
                id,
                other.product,
                other.liveChannel,
                other.role,
                other.passesRequired,
                other.testChannels,
                dataVersion + 1);
    }
}
