package dev.rehearsal.assurance;

import static dev.rehearsal.assurance.Content.app;
import static dev.rehearsal.assurance.Wish.edit;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a file says that somebody agreed to counts only where it says to what, and that is what was imported. */
@TestInstance(Lifecycle.PER_CLASS)
class ImportedStateTest {

    private static final String TEMPLATE = """
            {'releases': [%s, %s, %s],
             'rules': [
              {'rule_id': 1, 'priority': 100, 'mapping': 'R1', 'backgroundRate': 100, 'update_type': 'minor', 'product': 'P',
               'channel': 'esr', 'data_version': 1},
              {'rule_id': 2, 'priority': 200, 'mapping': 'R2', 'backgroundRate': 100, 'update_type': 'minor', 'product': 'P',
               'channel': 'free', 'version': '<0.1', 'data_version': 1},
              {'rule_id': 3, 'priority': 100, 'mapping': 'R1', 'backgroundRate': 100, 'update_type': 'minor', 'product': 'P',
               'channel': 'beta', 'data_version': 1}],
             'people': [
              {'name': 'anna', 'permissions': {'rule': {}, 'release': {}}},
              {'name': 'bob', 'roles': ['releng'], 'permissions': {'release_locale': {}}},
              {'name': 'ben', 'roles': ['releng'], 'permissions': {'release_locale': {}}},
              {'name': 'bot', 'permissions': {'scheduled_change': {}}}],
             'required_signoffs': [
              {'product': 'P', 'channel': 'esr', 'role': 'releng', 'signoffs_required': 1, 'data_version': 1}],
             'change_sets': [
              {'title': 'Signed', 'author': 'anna', 'due': '+PT4H', 'signoffs': [{'person': 'bob', 'role': 'releng'}],
               'changes': [{'object': 'rule', 'change_type': 'update', 'rule_id': 1, 'mapping': 'R2'}]},
              {'title': 'Ships what is added', 'author': 'anna', 'due': '+PT8H',
               'changes': [{'object': 'rule', 'change_type': 'insert', 'product': 'P', 'channel': 'added',
                            'mapping': 'Added', 'priority': 100, 'backgroundRate': 100, 'update_type': 'minor'}]},
              {'title': 'Adds', 'author': 'anna', 'due': '+PT6H',
               'changes': [{'object': 'release', 'change_type': 'insert', 'name': 'Added', 'product': 'P', 'blob': %s}]},
              {'title': 'Late', 'author': 'anna', 'due': 1700000000000,
               'changes': [{'object': 'rule', 'change_type': 'update', 'rule_id': 3, 'mapping': 'R2'}]}]}
            """;

    private final Server server = Server.with(TEMPLATE.formatted(
                    release("R1"), release("R2"), release("R3"), app("Added").json(each -> each))
            .replace('\'', '"'));
    private final World world = World.imported(server);
    private final Person anna = world.person("anna");
    private final Person bob = world.person("bob");
    private final Person bot = world.person("bot");
    private ChangeSet late = new ChangeSet(world, 0);

    @BeforeAll
    void everythingIsThere() {
        late = set("Late");
        world.tick();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aSignoffWithoutADigestDoesNotCount() {
        assertThat(set("Signed").signers()).isEmpty();

        bot.enacts(set("Signed")).isRefused();

        assertThat(world.answer("esr")).isEqualTo("R1");
    }

    /** A set that the file tells first ships what a later one adds; then somebody makes another release of that name. */
    @Test
    void aSetShipsTheReleaseThatItsFileAddsAndNoOther() {
        ChangeSet ships = set("Ships what is added");
        bot.enacts(set("Adds")).succeeds();
        world.root("DELETE", "/api/releases/Added?data_version=" + world.version("Added"), "")
                .succeeds();
        anna.writes(app("Added", "evil")).succeeds();

        bot.enacts(ships).isRefused();

        assertThat(ships.isLive()).isFalse();
        anna.withdraws(ships).succeeds();
    }

    @Test
    void aSetThatWasDueBeforeWaitsForADecision() {
        assertThat(world.answer("beta")).isEqualTo("R1");
        assertThat(late.isLive()).isFalse();
        assertThat(late.state()).isEqualTo("disarmed");
    }

    /** One set brings a rule in that the file says otherwise; the other is as it was signed. */
    @Test
    void whatWasExportedIsSignedStillOnlyWhereTheFileWasLeftAlone() {
        ChangeSet brings = anna.schedulesForTomorrow(edit(new Rule(2), "channel", "esr"));
        ChangeSet ships = anna.schedulesForTomorrow(edit(new Rule(1), "mapping", "R3"));
        bob.signs(brings, "releng").succeeds();
        bob.signs(ships, "releng").succeeds();
        JsonNode file = server.dataset();
        file.get("rules")
                .valueStream()
                .filter(rule -> rule.get("rule_id").asLong() == 2)
                .forEach(rule -> ((ObjectNode) rule).remove("version"));
        String bringsTitle = "A set that brings";
        ((ObjectNode) find(file, brings)).put("title", bringsTitle);
        anna.withdraws(brings).succeeds();
        anna.withdraws(ships).succeeds();

        try (Server another = Server.with(file.toString())) {
            World there = World.imported(another);

            assertThat(set(there, bringsTitle).signers()).isEmpty();
            assertThat(set(there, "Tomorrow").signers()).containsExactly("bob");
        }
    }

    private static JsonNode find(JsonNode file, ChangeSet set) {
        return file.get("change_sets")
                .valueStream()
                .filter(one -> one.path("id").asLong() == set.id())
                .findFirst()
                .orElseThrow();
    }

    private ChangeSet set(String title) {
        return set(world, title);
    }

    private static ChangeSet set(World world, String title) {
        for (String state : new String[] {"pending", "disarmed", "enacted"}) {
            Reply listed = world.root("GET", "/api/change_sets?state=" + state, "");
            if (listed.wasDone()) {
                for (JsonNode row : listed.json().get("change_sets")) {
                    if (row.get("title").asString().equals(title)) {
                        return new ChangeSet(world, row.get("id").asLong());
                    }
                }
            }
        }
        throw new AssertionError("there is no set '" + title + "'");
    }

    private static String release(String name) {
        return "{'name': '%1$s', 'product': 'P', 'data_version': 1, 'blob': %2$s}"
                .formatted(name, app(name).json(each -> each));
    }
}
