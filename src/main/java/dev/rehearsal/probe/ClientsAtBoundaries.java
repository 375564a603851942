package dev.rehearsal.probe;

import dev.rehearsal.blob.AppBlob;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.insight.preview.TestChannelPreview;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.UpdateQuery;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes up clients where a staged table may change something: each meets a rule that changes, or one whose release
 * changes, and then differs from it at one boundary of that rule or of those around it; and some differ at several.
 */
final class ClientsAtBoundaries {

    static final int MOST = 600;

    private static final long SEED = 131_130;
    private static final int MOST_VALUES = 40;
    private static final int MOST_BUILDS = 4;
    private static final List<RuleField> VARIED = List.of(
            RuleField.VERSION,
            RuleField.BUILD_ID,
            RuleField.LOCALE,
            RuleField.BUILD_TARGET,
            RuleField.OS_VERSION,
            RuleField.MEMORY,
            RuleField.INSTRUCTION_SET,
            RuleField.DISTRIBUTION,
            RuleField.DIST_VERSION,
            RuleField.JAWS,
            RuleField.MIG64);

    private final TestChannelPreview preview;
    private final String product;
    private final ReleaseContents contents;
    private final Map<RuleField, Set<String>> values = new EnumMap<>(RuleField.class);
    private final List<Client> meeting = new ArrayList<>();

    ClientsAtBoundaries(TestChannelPreview preview, String product, ReleaseContents contents) {
        this.preview = preview;
        this.product = product;
        this.contents = contents;
        VARIED.forEach(field -> values.put(field, new LinkedHashSet<>()));
    }

    /** Each once; those that meet a rule first. */
    Set<String> urls() {
        ChangedRules rules = new ChangedRules(preview);
        Set<Rule> changed = rules.changed();
        changed.forEach(this::addBuilds);
        changed.forEach(this::addValues);
        changed.forEach(rule -> rules.around(rule).forEach(this::addValues));
        changed.forEach(this::addMeeting);
        Set<String> urls = new LinkedHashSet<>();
        meeting.forEach(client -> urls.add(client.url()));
        differingAtOne(urls);
        differingAtSeveral(urls);
        return urls;
    }

    private void addValues(Rule rule) {
        for (RuleField field : VARIED) {
            Object asked = field.read(rule);
            if (asked != null) {
                Boundaries.of(field, asked.toString()).forEach(value -> add(field, value));
            }
        }
    }

    private void add(RuleField field, String value) {
        Set<String> known = Objects.requireNonNull(values.get(field));
        if (!value.isEmpty() && known.size() < MOST_VALUES) {
            known.add(value);
        }
    }

    /** For what the releases are not built, nobody gets an update of theirs. */
    private void addBuilds(Rule rule) {
        AppBlob blob = release(rule);
        if (blob != null) {
            olderThan(blob).forEach(version -> add(RuleField.VERSION, version));
            blob.builds().entrySet().stream().limit(MOST_BUILDS).forEach(build -> {
                add(RuleField.BUILD_TARGET, build.getKey());
                build.getValue().stream().limit(MOST_BUILDS).forEach(locale -> add(RuleField.LOCALE, locale));
            });
        }
    }

    private @Nullable AppBlob release(Rule rule) {
        ReleaseName name = rule.mapping();
        if (name == null) {
            return null;
        }
        Release staged = preview.stage().staged().releases().get(name);
        Release release = staged == null ? preview.stage().live().releases().get(name) : staged;
        return release != null && contents.blob(release.content()) instanceof AppBlob app ? app : null;
    }

    /** One at the boundary of the rule, and one for whom its release is surely newer. */
    private void addMeeting(Rule rule) {
        String live = preview.mapping().liveChannel();
        String channel = rule.channel();
        Client client = Client.usual(
                product,
                channel != null
                                && !channel.endsWith("*")
                                && UpdateQuery.fallbackOf(channel).equals(live)
                        ? channel
                        : live);
        AppBlob blob = release(rule);
        if (blob != null) {
            client = builtFor(blob, client, rule);
        }
        for (RuleField field : VARIED) {
            Object asked = field.read(rule);
            List<String> met = asked == null ? List.of() : Boundaries.of(field, asked.toString());
            if (!met.isEmpty()) {
                client = client.saying(field, met.getFirst());
            }
        }
        List<String> older = blob == null ? List.of() : olderThan(blob);
        meeting.add(older.isEmpty() ? client : client.saying(RuleField.VERSION, older.getFirst()));
        meeting.add(client);
    }

    private static List<String> olderThan(AppBlob blob) {
        return blob.version() == null ? List.of() : Boundaries.of(RuleField.VERSION, "<" + blob.version());
    }

    /** Somebody for whom the release would be an update. */
    private static Client builtFor(AppBlob blob, Client client, Rule rule) {
        Client built = client;
        var builds = blob.builds();
        String target = rule.buildTarget() != null && builds.containsKey(rule.buildTarget())
                ? rule.buildTarget()
                : builds.isEmpty() ? null : builds.firstKey();
        if (target != null) {
            built = built.saying(RuleField.BUILD_TARGET, target);
            var locales = Objects.requireNonNull(builds.get(target));
            if (!locales.isEmpty() && !locales.contains("en-US")) {
                built = built.saying(RuleField.LOCALE, locales.first());
            }
        }
        return built;
    }

    /** Each rule gets its share, however many there are. */
    private void differingAtOne(Set<String> urls) {
        if (meeting.isEmpty()) {
            return;
        }
        int share = Math.max(1, (MOST * 2 / 3 - urls.size()) / meeting.size());
        for (Client client : meeting) {
            int made = 0;
            for (RuleField field : VARIED) {
                for (String value : Objects.requireNonNull(values.get(field))) {
                    if (made < share
                            && urls.size() < MOST
                            && urls.add(client.saying(field, value).url())) {
                        made++;
                    }
                }
            }
        }
    }

    private void differingAtSeveral(Set<String> urls) {
        List<RuleField> choices = VARIED.stream()
                .filter(field -> !Objects.requireNonNull(values.get(field)).isEmpty())
                .toList();
        if (choices.isEmpty() || meeting.isEmpty()) {
            return;
        }
        Random random = new Random(SEED);
        for (int attempt = 0; attempt < MOST && urls.size() < MOST; attempt++) {
            Client client = meeting.get(random.nextInt(meeting.size()));
            for (int changes = 0; changes < 3; changes++) {
                RuleField field = choices.get(random.nextInt(choices.size()));
                List<String> offered = List.copyOf(Objects.requireNonNull(values.get(field)));
                client = client.saying(field, offered.get(random.nextInt(offered.size())));
            }
            urls.add(client.url());
        }
    }
}
