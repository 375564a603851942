package dev.rehearsal.live;

import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.edit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.insight.preview.TestChannelPreviews;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Scope;
import dev.rehearsal.staging.StagedRules;
import org.junit.jupiter.api.Test;

/** Two releases are on their way to release: several test channels show different parts of that queue at once. */
class SideBySideChannelsTest {

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);
    private final ChangeSet first = firefox.pending(ADA, "Ship 150", 1, edit(204, "mapping", "Firefox-150"));
    private final ChangeSet second = firefox.pending(ADA, "Japan to 140", 2, edit(877, "mapping", "Firefox-140"));

    SideBySideChannelsTest() {
        show("release-next", new Scope.NextOnly());
        show("release-upto", new Scope.UpTo(first.id()));
        show("release-first", new Scope.Only(first.id()));
        show("release-second", new Scope.Only(second.id()));
    }

    @Test
    void eachShowsItsPartOfTheQueue() {
        assertThat(shown("release-cdntest")).isEqualTo("Firefox-150 and Firefox-140");
        assertThat(shown("release-next")).isEqualTo("Firefox-150 and Firefox-149");
        assertThat(shown("release-upto")).isEqualTo("Firefox-150 and Firefox-149");
        assertThat(shown("release-first")).isEqualTo("Firefox-150 and Firefox-149");
        assertThat(shown("release-second")).isEqualTo("Firefox-149 and Firefox-140");
    }

    private void show(String testChannel, Scope scope) {
        firefox.live(
                RowKinds.MAPPINGS.change(null, null, new MappingProposal("Firefox", "release", testChannel, scope)));
    }

    private String shown(String testChannel) {
        TestChannelPreviews previews = firefox.database().bean(TestChannelPreviews.class);
        StagedRules rules =
                previews.of(previews.state(), testChannel, "Firefox", null).rules();
        return mapping(rules, 204) + " and " + mapping(rules, 877);
    }

    private static String mapping(StagedRules rules, long id) {
        return rules.rows().stream()
                .filter(row -> row.rule().id().equals(new RuleId(id)))
                .map(row -> String.valueOf(row.rule().mapping()))
                .findFirst()
                .orElse("nothing");
    }
}
