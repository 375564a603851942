package dev.rehearsal.api.own;

import dev.rehearsal.dataset.RuleSheet;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.SnapshotKeeper;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Live rules as a file, for a spreadsheet or a script. */
@RestController
class RuleExportApi {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final SnapshotKeeper snapshots;

    RuleExportApi(SnapshotKeeper snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * @param product only the rules that name it; null for all
     * @param rule the ids of those that are wanted; null for all
     */
    @GetMapping("/api/exported_rules")
    ResponseEntity<Object> export(
            @RequestParam(defaultValue = "json") String format,
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable List<Long> rule) {
        List<Rule> rules = snapshots.current().live().ruleSet().inOrder().stream()
                .filter(live -> product == null || product.isEmpty() || product.equals(live.product()))
                .filter(live -> rule == null || rule.contains(live.id().value()))
                .sorted(Comparator.comparing(Rule::id))
                .toList();
        RuleSheet sheet = new RuleSheet(rules);
        return switch (format) {
            case "csv" -> answer("rules.csv", CSV).body(sheet.csv());
            case "json" -> answer("rules.json", MediaType.APPLICATION_JSON).body(sheet.listed());
            default -> throw RefusedException.invalid("format", "must be csv or json");
        };
    }

    private static ResponseEntity.BodyBuilder answer(String file, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"");
    }
}
