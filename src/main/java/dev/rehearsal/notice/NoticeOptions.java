package dev.rehearsal.notice;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Says how notices go to people and programs outside.
 *
 * @param webhookHosts where webhooks may lead: names, or a star and what a name ends with; none for nowhere
 * @param privateAddresses whether webhooks may lead to private addresses, and without TLS
 * @param mailFrom whom e-mails come from; empty for {@code rehearsal} at the host of the public address
 * @param inHand for how long a node has a delivery to itself: longer than any attempt takes; one that ends meanwhile
 *     leaves it to the others after that
 * @param keep for how long what was delivered, or could not be, is kept
 */
@ConfigurationProperties("rehearsal.notices")
public record NoticeOptions(
        @DefaultValue List<String> webhookHosts,
        @DefaultValue("false") boolean privateAddresses,
        @DefaultValue("") String mailFrom,
        @DefaultValue("30d") Duration keep,
        @DefaultValue("60s") Duration inHand) {

    public NoticeOptions {
        webhookHosts = webhookHosts.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .toList();
    }
}
