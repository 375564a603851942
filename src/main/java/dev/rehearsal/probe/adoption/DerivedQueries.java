package dev.rehearsal.probe.adoption;

import dev.rehearsal.blob.AppBlob;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.matching.ChannelPattern;
import dev.rehearsal.matching.Criterion;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Clients of a test channel whom its rules, or those of its live channel, were written for, and those who just miss them:
 * each criterion of each rule is met, and then left at its edges. The same seed gives the same clients.
 */
final class DerivedQueries {

    /** Names the criteria of which all values are tried; a rule says nothing of the user agent, which a URL does not carry. */
    private static final Set<Criterion> VARIED =
            EnumSet.complementOf(EnumSet.of(Criterion.PRODUCT, Criterion.CHANNEL, Criterion.HEADER_ARCHITECTURE));

    private final ChannelPair channels;
    private final Tables tables;
    private final ReleaseContents contents;
    private final Random random;
    private final List<String> products;

    DerivedQueries(ChannelPair channels, Tables tables, ReleaseContents contents, List<String> products, long seed) {
        this.channels = channels;
        this.tables = tables;
        this.contents = contents;
        this.products = products;
        this.random = new Random(seed);
    }

    /**
     * Each rule in its turn asks for its own client first, then one after the other for those at its edges; what is left of
     * the number goes to clients whom two rules are about.
     *
     * @param rules the ones that matter most first
     */
    List<String> urls(List<Rule> rules, int most) {
        List<List<ClientUrl>> ofRules = rules.stream().map(this::clients).toList();
        SequencedSet<String> urls = new LinkedHashSet<>();
        boolean any = true;
        for (int turn = 0; any && urls.size() < most; turn++) {
            any = false;
            for (List<ClientUrl> clients : ofRules) {
                if (turn < clients.size() && urls.size() < most) {
                    urls.add(clients.get(turn).path());
                    any = true;
                }
            }
        }
        for (int tries = 0; tries < most && urls.size() < most && rules.size() > 1; tries++) {
            int one = random.nextInt(rules.size());
            int other = random.nextInt(rules.size());
            urls.add(mixed(oneOf(ofRules.get(one)), rules.get(one), oneOf(ofRules.get(other)), rules.get(other))
                    .path());
        }
        return List.copyOf(urls);
    }

    private List<ClientUrl> clients(Rule rule) {
        ClientUrl own = base(rule);
        List<ClientUrl> edges = new ArrayList<>();
        for (Criterion criterion : VARIED) {
            String asked = criterion.askedBy(rule);
            if (asked != null) {
                TriedValues.of(criterion, asked, own.sent().getOrDefault(criterion, ""))
                        .others()
                        .forEach(value -> edges.add(own.with(criterion, value)));
            }
        }
        if (rule.backgroundRate() < 100) {
            edges.add(own.forcingFallback());
        }
        Collections.shuffle(edges, random);
        edges.addFirst(own);
        return edges;
    }

    /** A client who meets all that the rule asks, and for whom its release is an update if it has files at all. */
    private ClientUrl base(Rule rule) {
        String product = rule.product() != null ? rule.product() : products.isEmpty() ? "Unknown" : oneOf(products);
        ClientUrl client = suited(ClientUrl.usual(product, channel(rule)), rule.mapping(), rule);
        for (Criterion criterion : VARIED) {
            String asked = criterion.askedBy(rule);
            if (asked != null) {
                String likely = client.sent().getOrDefault(criterion, "");
                client = client.with(
                        criterion, TriedValues.of(criterion, asked, likely).holding());
            }
        }
        return client;
    }

    /** One rule's client, who says what the other rule's client says wherever only the other rule asks. */
    private static ClientUrl mixed(ClientUrl client, Rule rule, ClientUrl other, Rule otherRule) {
        ClientUrl mixed = client;
        for (Criterion criterion : VARIED) {
            if (criterion.askedBy(rule) == null && criterion.askedBy(otherRule) != null) {
                mixed = mixed.with(criterion, other.sent().getOrDefault(criterion, ""));
            }
        }
        return mixed;
    }

    private ClientUrl suited(ClientUrl client, @Nullable ReleaseName mapping, Rule rule) {
        var release = mapping == null ? null : tables.releases().get(mapping);
        if (release == null || !(contents.blob(release.content()) instanceof AppBlob blob)) {
            return client;
        }
        String target = rule.buildTarget() != null
                ? rule.buildTarget()
                : blob.buildTargets().stream().sorted().findFirst().orElse(ClientUrl.usual(Criterion.BUILD_TARGET));
        ClientUrl suited = client.with(Criterion.BUILD_TARGET, target).with(Criterion.OS_VERSION, system(target));
        String locale = blob.localesOn(target).stream().sorted().findFirst().orElse(null);
        String version = blob.versionText();
        suited = locale == null ? suited : suited.with(Criterion.LOCALE, locale);
        return version == null ? suited : suited.with(Criterion.VERSION, TriedValues.below(version));
    }

    private static String system(String buildTarget) {
        return buildTarget.startsWith("Darwin")
                ? "Darwin 23.1.0"
                : buildTarget.startsWith("Linux")
                        ? "Linux 5.15.0 (GTK 3.24.33)"
                        : ClientUrl.usual(Criterion.OS_VERSION);
    }

    /** The test channel, or a partner's form of it where the rule is for partners. */
    private String channel(Rule rule) {
        if (rule.channel() == null) {
            return channels.testChannel();
        }
        ChannelPattern pattern = ChannelPattern.of(rule.channel());
        String stem = pattern.stem() + (pattern.isGlob() ? "some" : "");
        if (stem.startsWith(channels.testChannel() + "-cck-")) {
            return stem;
        }
        return stem.startsWith(channels.liveChannel() + "-cck-")
                ? channels.testChannel() + stem.substring(channels.liveChannel().length())
                : channels.testChannel();
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
