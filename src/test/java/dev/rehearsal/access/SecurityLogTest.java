package dev.rehearsal.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.ledger.Actor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SecurityLogTest {

    @Test
    void anEventIsOneLine() {
        assertThat(line("ben", null)).isEqualTo("sign_in_failed by=\"nobody\" about=\"ben\" from=\"192.0.2.1\"");
    }

    @Test
    void noNameForgesALineOrItsParts() {
        assertThat(line("ben\"\r\nsigned_in by=\"ada\u2028\u202e\u0000\u001b[2J", "a\\"))
                .isEqualTo("sign_in_failed by=\"nobody\" about=\"ben\\\"\\u{d}\\u{a}signed_in"
                        + " by=\\\"ada\\u{2028}\\u{202e}\\u{0}\\u{1b}[2J\" detail=\"a\\\\\" from=\"192.0.2.1\"");
    }

    private static String line(String about, @Nullable String detail) {
        return SecurityLog.line(
                new SecurityEvent(SecurityEvent.Kind.SIGN_IN_FAILED, new Actor("nobody"), about, detail, "192.0.2.1"));
    }
}
