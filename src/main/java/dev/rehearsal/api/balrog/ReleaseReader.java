package dev.rehearsal.api.balrog;

import dev.rehearsal.api.json.BlobText;
import dev.rehearsal.api.json.ChangeStanding;
import dev.rehearsal.api.json.DataVersion;
import dev.rehearsal.approval.Requirements;
import dev.rehearsal.approval.SignoffPolicy;
import dev.rehearsal.blob.Release;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.live.Releases;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The live releases as Balrog shows them, on its admin API and on its public one alike. */
@Component
class ReleaseReader {

    private final Releases rows;
    private final SnapshotKeeper snapshots;
    private final StoredContents contents;

    ReleaseReader(SnapshotKeeper snapshots, StoredContents contents, Releases rows) {
        this.rows = rows;
        this.snapshots = snapshots;
        this.contents = contents;
    }

    /** Returns all, by name. */
    List<Release> list(@Nullable String product, @Nullable String namePrefix) {
        return live().filter(release -> product == null
                        || product.isEmpty()
                        || release.product().equals(product))
                .filter(release -> namePrefix == null || release.name().value().startsWith(namePrefix))
                .sorted(Comparator.comparing(Release::name))
                .toList();
    }

    /** Returns those, by name, that Balrog's second API does not list. */
    List<Release> listOfFirstApi(@Nullable String product, @Nullable String namePrefix) {
        SecondApi secondApi = SecondApi.of(rows);
        return list(product, namePrefix).stream()
                .filter(release -> !secondApi.lists(release))
                .toList();
    }

    /** Without the blob, which is large; with the live rules that name the release. */
    List<Map<String, @Nullable Object>> rows(List<Release> releases) {
        Map<ReleaseName, List<Rule>> naming = rulesByRelease(snapshots.current());
        return releases.stream()
                .map(release -> row(release, naming.getOrDefault(release.name(), List.of())))
                .toList();
    }

    /** Each with the signoffs, by role, that changing the release needs. */
    List<Map<String, @Nullable Object>> rowsWithSignoffs(List<Release> releases) {
        NodeState state = snapshots.current();
        Map<ReleaseName, List<Rule>> naming = rulesByRelease(state);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Release release : releases) {
            List<Rule> rules = naming.getOrDefault(release.name(), List.of());
            Map<String, @Nullable Object> row = row(release, rules);
            row.put("required_signoffs", requiredSignoffs(state, rules));
            rows.add(row);
        }
        return rows;
    }

    /** Returns what a release needs that these rules name. */
    static Map<String, Integer> requiredSignoffs(NodeState state, List<Rule> naming) {
        SignoffPolicy policy = state.circumstances().policy();
        return ChangeStanding.json(naming.stream().map(policy::ofRule).reduce(Requirements.NONE, Requirements::and));
    }

    /** Returns what a product needs on any of its channels. */
    Map<String, Integer> productSignoffs(String product) {
        return productSignoffs(snapshots.current(), product);
    }

    static Map<String, Integer> productSignoffs(NodeState state, String product) {
        return ChangeStanding.json(state.circumstances().policy().ofChannel(product, null));
    }

    private static Map<String, @Nullable Object> row(Release release, List<Rule> rules) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", release.name().value());
        json.put("product", release.product());
        json.put("data_version", release.dataVersion());
        json.put("read_only", release.readOnly());
        json.put("rule_ids", rules.stream().map(rule -> rule.id().value()).toList());
        json.put("rule_info", ruleInfo(rules));
        return json;
    }

    /** Product and channel of each rule, by its id as text (a Balrog fact). */
    static Map<String, Object> ruleInfo(List<Rule> rules) {
        Map<String, Object> info = new LinkedHashMap<>();
        for (Rule rule : rules) {
            Map<String, @Nullable Object> about = new LinkedHashMap<>();
            about.put("product", rule.product());
            about.put("channel", rule.channel());
            info.put(rule.id().toString(), about);
        }
        return info;
    }

    /** By rule id: the live rules whose mapping or fallback a release is. */
    static Map<ReleaseName, List<Rule>> rulesByRelease(NodeState state) {
        Map<ReleaseName, List<Rule>> naming = new HashMap<>();
        state.live().rules().values().stream()
                .sorted(Comparator.comparing(Rule::id))
                .forEach(rule -> Stream.of(rule.mapping(), rule.fallbackMapping())
                        .filter(Objects::nonNull)
                        .distinct()
                        .forEach(name -> naming.computeIfAbsent(name, unnamed -> new ArrayList<>())
                                .add(rule)));
        return naming;
    }

    ResponseEntity<String> blob(ReleaseName name, @Nullable String pretty) {
        Release release = get(name);
        return json(release, contents.json(release.content()), pretty);
    }

    /** Its data version is that of the whole release, which is what writing a locale asks for. */
    ResponseEntity<String> locale(ReleaseName name, String platform, String locale) {
        Release release = get(name);
        JsonNode build = contents.locale(release.content(), platform, locale)
                .orElseThrow(() -> RefusedException.notFound(
                        "release '%s' has no locale '%s' on platform '%s'".formatted(name, locale, platform)));
        return json(release, build, null);
    }

    boolean hasLocale(ReleaseName name, String platform, String locale) {
        return find(name)
                .flatMap(release -> contents.locale(release.content(), platform, locale))
                .isPresent();
    }

    Optional<Release> find(ReleaseName name) {
        return Optional.ofNullable(snapshots.current().live().releases().get(name));
    }

    /**
     * The data version that a set left a release at, whatever became of it since; that of the release as it is, where the
     * set is missing because nothing differed.
     */
    int versionAfter(Optional<ChangeSet> set, ReleaseName name) {
        return set.flatMap(written ->
                        rows
                                .writtenBy(List.of(written.id().value()))
                                .getOrDefault(written.id().value(), List.of())
                                .stream()
                                .filter(release -> release.name().equals(name))
                                .reduce((earlier, later) -> later))
                .orElseGet(() -> get(name))
                .dataVersion();
    }

    /** @throws RefusedException if there is no such release */
    Release get(ReleaseName name) {
        return find(name).orElseThrow(() -> RefusedException.notFound("there is no release '" + name + "'"));
    }

    private Stream<Release> live() {
        return snapshots.current().live().releases().values().stream();
    }

    private static ResponseEntity<String> json(Release release, JsonNode content, @Nullable String pretty) {
        return DataVersion.header(release.dataVersion())
                .contentType(MediaType.APPLICATION_JSON)
                .body(BlobText.of(content, pretty));
    }
}
