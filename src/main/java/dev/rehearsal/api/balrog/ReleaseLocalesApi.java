package dev.rehearsal.api.balrog;

import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.api.json.Titles;
import dev.rehearsal.blob.NewLocale;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.ReleaseName;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** One locale on one platform of a release, as build automation writes them in Balrog's first API. */
@RestController
@RequestMapping("/api/releases/{name}/builds/{platform}/{locale}")
class ReleaseLocalesApi {

    private final ReleaseReader reading;
    private final EnactmentService enactment;

    ReleaseLocalesApi(ReleaseReader reading, EnactmentService enactment) {
        this.reading = reading;
        this.enactment = enactment;
    }

    @GetMapping
    ResponseEntity<String> get(
            @PathVariable ReleaseName name, @PathVariable String platform, @PathVariable String locale) {
        return reading.locale(name, platform, locale);
    }

    /** Where there is no such release, it is added. */
    @PutMapping
    ResponseEntity<Map<String, Integer>> put(
            @AuthenticationPrincipal Actor actor,
            @PathVariable ReleaseName name,
            @PathVariable String platform,
            @PathVariable String locale,
            @RequestBody JsonNode body) {
        PartialRelease partial = PartialRelease.read(name, JsonFields.of(body));
        boolean wasThere = reading.hasLocale(name, platform, locale);
        NewLocale build = new NewLocale(platform, locale, partial.data(), partial.aliases());
        Optional<ChangeSet> set = enactment.enactDifference(
                actor,
                Titles.locale(name, platform, locale),
                partial.forEach((release, seen) ->
                        new Proposal.WriteLocale(release, partial.product(), seen, partial.start(), build)));
        return ResponseEntity.status(wasThere ? HttpStatus.OK : HttpStatus.CREATED)
                .body(Map.of("new_data_version", reading.versionAfter(set, name)));
    }
}
