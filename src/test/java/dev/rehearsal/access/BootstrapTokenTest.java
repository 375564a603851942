package dev.rehearsal.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class BootstrapTokenTest {

    private static final String TOKEN = "of-the-file-0123456789";

    @Test
    void isTheFirstLineOfAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), TOKEN + "\r\nof which the rest is nothing\n");
        BootstrapToken token = new BootstrapToken("", file.toString());

        assertThat(token.holderOf(TOKEN)).isPresent();
        assertThat(token.toString()).doesNotContain(TOKEN);
    }

    @Test
    void isWarnedAboutWhileItIsSet(CapturedOutput log) {
        new BootstrapWarning(new BootstrapToken(TOKEN)).warn();

        assertThat(log.getOut()).contains("The bootstrap token is set").doesNotContain(TOKEN);
    }

    @Test
    void isNotWarnedAboutWhereThereIsNone(CapturedOutput log) {
        new BootstrapWarning(new BootstrapToken("")).warn();

        assertThat(log.getOut()).doesNotContain("bootstrap");
    }
}
