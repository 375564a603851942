package dev.rehearsal.approval;

import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import dev.rehearsal.ledger.NumberedRow;
import dev.rehearsal.matching.RuleField;
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
        int dataVersion)
        implements NumberedRow<Gate> {

    /** How long the names may be together, with a comma between two. */
    public static final int LONGEST_TEST_CHANNELS = 1_000;

    public Gate {
        testChannels = List.copyOf(testChannels);
    }

    /** Whether a channel of this name can be among those on which must be tested. */
    public static boolean canBeTestedOn(String channel) {
        return !channel.isBlank() && channel.length() <= RuleField.LONGEST_CHANNEL && !channel.contains(",");
    }

    /** Returns why nobody could ever satisfy it, with what to do; empty if somebody can. */
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
        whereItCannotBeTested(mappings).forEach(why -> problems.add(new Problem("test_channels", why)));
        return problems;
    }

    /** Returns why nobody can test it on the channels that it names; empty if somebody can. */
    public List<String> whereItCannotBeTested(Collection<ChannelMapping> mappings) {
        List<String> problems = new ArrayList<>();
        for (String channel : testChannels) {
            if (ChannelMapping.inForce(mappings, product, channel)
                    .filter(mapping -> mapping.liveChannel().equals(liveChannel))
                    .isEmpty()) {
                problems.add("'%s' does not show '%s': map it first".formatted(channel, liveChannel));
            }
            mappings.stream()
                    .filter(mapping -> product == null && mapping.product() != null)
                    .filter(mapping -> mapping.testChannel().equals(channel)
                            && !mapping.liveChannel().equals(liveChannel))
                    .forEach(mapping -> problems.add("for %s, '%s' shows '%s', not '%s': map it first"
                            .formatted(mapping.product(), channel, mapping.liveChannel(), liveChannel)));
        }
        return problems;
    }

    /** Returns how many holders of its role must pass a state. */
    public Requirements requirements() {
        return Requirements.of(role, passesRequired);
    }

    @Override
    public Gate numbered(long number, int version) {
        return new Gate(number, product, liveChannel, role, passesRequired, testChannels, version);
    }
}
