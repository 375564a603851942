package dev.rehearsal.enactment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.approval.Requirements;
import dev.rehearsal.approval.SignoffPolicy;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.change.RowChange;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Scope;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A mapping needs what both of its ends ask for, and their partners, before and after. */
class ConfigurationSignoffsTest {

    private final List<RequiredSignoff> required = new ArrayList<>();
    private final List<Gate> gates = new ArrayList<>();
    private final List<ChannelMapping> mappings = new ArrayList<>();

    @Test
    void ofALiveAndOfATestChannelThatAreGuarded() {
        requires("Firefox", "release", "relman", 1);
        requires("Firefox", "esr", "releng", 2);

        assertThat(mapping("Firefox", "release", "esr"))
                .isEqualTo(needs("relman", 1).and(needs("releng", 2)));
    }

    @Test
    void ofAGateAsManySignoffsAsPasses() {
        gates.add(new Gate(1, "Firefox", "esr", new Role("qa"), 2, List.of(), 1));

        assertThat(mapping("Firefox", "release", "esr")).isEqualTo(needs("qa", 2));
        assertThat(mapping("Thunderbird", "release", "esr")).isEqualTo(Requirements.NONE);
    }

    @Test
    void ofAGateForEveryProduct() {
        gates.add(new Gate(1, null, "release", new Role("qa"), 1, List.of(), 1));

        assertThat(mapping("Thunderbird", "release", "test")).isEqualTo(needs("qa", 1));
    }

    @Test
    void ofEachProductWhereTheMappingIsForEveryOne() {
        requires("Firefox", "esr", "relman", 1);
        requires("Thunderbird", "esr", "releng", 1);

        assertThat(mapping(null, "release", "esr")).isEqualTo(needs("relman", 1).and(needs("releng", 1)));
        assertThat(mapping("Firefox", "release", "esr")).isEqualTo(needs("relman", 1));
    }

    @Test
    void ofAPartnerOfEitherEnd() {
        requires("Firefox", "release-cck-acme", "relman", 1);
        requires("Firefox", "esr-cck-acme", "releng", 1);

        assertThat(mapping("Firefox", "release", "esr"))
                .isEqualTo(needs("relman", 1).and(needs("releng", 1)));
    }

    @Test
    void ofATestChannelThatIsMappedAlreadyAndWhoseRequirementsRest() {
        requires("Firefox", "esr", "releng", 1);
        ChannelMapping known = new ChannelMapping(1, "Firefox", "release", "esr", new Scope.WholeQueue(), 1);
        mappings.add(known);

        assertThat(needed(new RowChange<>(new ChangeId(1), RowKinds.MAPPINGS, known, null)))
                .isEqualTo(needs("releng", 1));
    }

    @Test
    void isNothingWhereOnlyTheScopeBecomesAnother() {
        requires("Firefox", "release", "releng", 1);
        ChannelMapping known = new ChannelMapping(1, "Firefox", "release", "test", new Scope.WholeQueue(), 1);

        assertThat(needed(new RowChange<>(
                        new ChangeId(1),
                        RowKinds.MAPPINGS,
                        known,
                        new MappingProposal("Firefox", "release", "test", new Scope.NextOnly()).asMapping())))
                .isEqualTo(Requirements.NONE);
    }

    private Requirements mapping(@Nullable String product, String live, String test) {
        return needed(new RowChange<>(
                new ChangeId(1),
                RowKinds.MAPPINGS,
                null,
                new MappingProposal(product, live, test, new Scope.WholeQueue()).asMapping()));
    }

    private Requirements needed(RowChange<?> change) {
        ApprovalContext now = new ApprovalContext(
                Map.of(),
                new SignoffPolicy(required, List.of()),
                gates,
                mappings,
                List.of(),
                Map.of(),
                GuardHistory.NONE);
        Tables live = Tables.of(Map.of(), Map.of(), new Pins(Map.of()));
        Guards guards = Guards.of(now, Guards.productsNamed(live, now));
        return new NeededSignoffs(live, guards.policy(), now).of(List.of(change), List.of());
    }

    private void requires(String product, String channel, String role, int count) {
        required.add(new RequiredSignoff(product, channel, new Role(role), count, 1));
    }

    private static Requirements needs(String role, int count) {
        return Requirements.of(new Role(role), count);
    }
}
