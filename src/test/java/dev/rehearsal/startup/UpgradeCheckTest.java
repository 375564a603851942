package dev.rehearsal.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.RehearsalApplication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy in which somebody signed before signoffs said what they sign, a set was due, and too few hold a role. */
class UpgradeCheckTest {

    private static final String COPY = """
            {'releases': [{'name': 'R1', 'product': 'P', 'data_version': 1, 'blob': {'name': 'R1', 'schema_version': 4000, 'blobs': ['R2']}}],
             'rules': [{'rule_id': 1, 'priority': 100, 'mapping': 'R1', 'backgroundRate': 100, 'update_type': 'minor', 'product': 'P', 'channel': 'esr', 'data_version': 1}],
             'people': [{'name': 'anna', 'permissions': {'rule': {}}}, {'name': 'bob', 'roles': ['releng'], 'permissions': {'release_locale': {}}}],
             'required_signoffs': [{'product': 'P', 'channel': 'esr', 'role': 'releng', 'signoffs_required': 2, 'data_version': 1}],
             'change_sets': [
              {'title': 'Signed', 'author': 'anna', 'due': '+PT4H', 'signoffs': [{'person': 'bob', 'role': 'releng'}],
               'changes': [{'object': 'rule', 'change_type': 'update', 'rule_id': 1, 'priority': 90}]},
              {'title': 'Late', 'author': 'anna', 'due': 1700000000000,
               'changes': [{'object': 'rule', 'change_type': 'update', 'rule_id': 1, 'comment': 'late'}]}]}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private static String told = "";

    @BeforeAll
    static void check() throws IOException {
        Path dataset = Files.writeString(folder.resolve("copy.json"), COPY.replace('\'', '"'));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        UpgradeCheck.run(
                RehearsalApplication.class,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                "check-upgrade",
                "--spring.datasource.url=jdbc:h2:mem:upgrade",
                "--server.port=8080",
                "--rehearsal.import=" + dataset);
        told = out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void tellsTheSignoffsThatLapse() {
        assertThat(told)
                .contains("'Signed': the signoff of bob as releng was given before signoffs said what they sign");
    }

    @Test
    void tellsTheSetsThatStartDisarmed() {
        assertThat(told).contains("'Late': it was due before it was imported");
    }

    @Test
    void tellsWhatNobodyCanMeet() {
        assertThat(told).contains("of P on esr too few people hold the roles: 2 releng are needed");
    }

    @Test
    void tellsThatThereIsNothingElse() {
        assertThat(told)
                .contains("FAILs that block: none")
                .contains("Direct edits of the last 30 days that would be refused: none");
    }
}
