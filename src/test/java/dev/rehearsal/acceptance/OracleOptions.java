package dev.rehearsal.acceptance;

import dev.rehearsal.serve.Oracle;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** The launch options with which the recorded answers hold. */
final class OracleOptions {

    private OracleOptions() {}

    static String[] all() {
        try {
            Path allowList = Path.of(Objects.requireNonNull(Oracle.class.getResource("/oracle/allow-list.json"))
                    .toURI());
            String forced =
                    Oracle.json("config.json").get("special_force_hosts").get(0).asString();
            return new String[] {
                "--rehearsal.serving.allow-list=" + allowList, "--rehearsal.serving.special-force-hosts=" + forced
            };
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
