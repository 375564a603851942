package dev.rehearsal.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wrong start in a process of its own: what a service manager or a container sees of it. */
class ExitCodeTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void aWrongOptionEndsTheProcessWithOneSentence() throws Exception {
        Ended ended = run("--rehearsal.serving.test-channels=maybe");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said())
                .containsExactly(
                        "Rehearsal cannot start: rehearsal.serving.test-channels must be true or false, not 'maybe'.");
    }

    @Test
    void aBrokenDatasetEndsTheProcessWithASentenceForEachProblem() throws Exception {
        Path dataset = Files.writeString(
                folder.resolve("dataset.json"),
                "{\"rules\":[{\"rule_id\":1,\"priority\":1,\"backgroundRate\":100,\"update_type\":\"minor\",\"version\":7}],\"rulez\":[]}");

        Ended ended = run(
                "--spring.datasource.url=jdbc:h2:mem:broken",
                "--server.port=0",
                "--vaadin.productionMode=true",
                "--rehearsal.import=" + dataset);

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said())
                .containsExactly(
                        "Rehearsal cannot start: rules[0].version: version must be a text.",
                        "Rehearsal cannot start: rulez: There is no such part of a dataset; the parts are rules, releases,"
                                + " emergency_shutoffs, pinnable_releases, channel_mappings, change_sets,"
                                + " required_signoffs, people, gates, freeze_windows, guard_rails, urgent_roles, probes, verdicts.");
    }

    private record Ended(int code, List<String> said) {}

    private Ended run(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Program.command());
        command.addAll(List.of(options));
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), Files.readAllLines(output, StandardCharsets.UTF_8));
    }
}
