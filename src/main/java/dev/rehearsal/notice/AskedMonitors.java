package dev.rehearsal.notice;

import dev.rehearsal.enactment.rollout.CheckResult;
import dev.rehearsal.enactment.rollout.OutsideMonitors;
import dev.rehearsal.notice.outgoing.OutgoingHosts;
import dev.rehearsal.notice.outgoing.Request;
import dev.rehearsal.notice.outgoing.Sender;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Asks monitors how rollouts do, where webhooks may go: 204 says that nothing is known, 409 that it does badly. */
@Component
class AskedMonitors implements OutsideMonitors {

    private static final int NO_CONTENT = 204;
    private static final int CONFLICT = 409;

    private final OutgoingHosts hosts;
    private final Sender sender;

    AskedMonitors(OutgoingHosts hosts, Sender sender) {
        this.hosts = hosts;
        this.sender = sender;
    }

    @Override
    public String problemWith(String url) {
        return Objects.requireNonNullElse(hosts.problemWith(url), "");
    }

    @Override
    public Answer ask(String url, String about) {
        try {
            return said(sender.send(new Request(URI.create(url), new LinkedHashMap<>(), about)));
        } catch (IOException | IllegalArgumentException e) {
            return new Answer(
                    CheckResult.Outcome.ERROR, Objects.requireNonNullElse(e.getMessage(), "it cannot be asked"));
        }
    }

    private static Answer said(int status) {
        String says = "it answered %d".formatted(status);
        if (status == NO_CONTENT) {
            return new Answer(CheckResult.Outcome.INCONCLUSIVE, says + ": it does not know yet");
        }
        if (status == CONFLICT) {
            return new Answer(CheckResult.Outcome.FAILURE, says);
        }
        return new Answer(
                status >= 200 && status < 300 ? CheckResult.Outcome.SUCCESS : CheckResult.Outcome.ERROR, says);
    }
}
