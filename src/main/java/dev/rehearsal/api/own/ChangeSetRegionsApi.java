package dev.rehearsal.api.own;

import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.insight.preview.AskedUrl;
import dev.rehearsal.probe.SetRegions;
import dev.rehearsal.staging.ChangeSetId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells for whom rules decide otherwise once a pending set is live, exactly, and why there may be more. */
@RestController
class ChangeSetRegionsApi {

    private final ChangeSets changeSets;
    private final SetRegions regions;

    ChangeSetRegionsApi(ChangeSets changeSets, SetRegions regions) {
        this.changeSets = changeSets;
        this.regions = regions;
    }

    @GetMapping("/api/change_sets/{id}/regions")
    Map<String, Object> regions(@PathVariable long id) {
        SetRegions.Found found = regions.of(changeSets.get(new ChangeSetId(id)));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "regions",
                found.regions().stream().map(ChangeSetRegionsApi::json).toList());
        json.put("unsaid", found.unsaid());
        return json;
    }

    private static Map<String, @Nullable Object> json(SetRegions.Region region) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("clients", region.clients());
        json.put("before", region.before());
        json.put("after", region.after());
        json.put("example", region.url().map(AskedUrl::path).orElse(null));
        return json;
    }
}
