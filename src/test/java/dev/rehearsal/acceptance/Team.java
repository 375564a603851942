package dev.rehearsal.acceptance;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * People who have different parts in a release, each with a token: ann writes, rel, ren and man sign, as could rex and mia, who write nothing, and roy, who writes releases; tess tests, bot enacts,
 * ci is a system account, root may everything, and eve nothing. Changes of App on release need the signoff of a releng.
 */
final class Team implements AutoCloseable {

    static final String DATASET = """
            {'rules': [
              {'rule_id': 7, 'alias': 'main', 'priority': 90, 'mapping': 'App-1', 'backgroundRate': 100,
               'update_type': 'minor', 'product': 'App', 'channel': 'release', 'data_version': 3},
              {'rule_id': 8, 'alias': 'beta', 'priority': 80, 'mapping': 'App-1', 'backgroundRate': 100,
               'update_type': 'minor', 'product': 'App', 'channel': 'beta', 'data_version': 1},
              {'rule_id': 9, 'priority': 80, 'mapping': 'Other-1', 'backgroundRate': 100,
               'update_type': 'minor', 'product': 'Other', 'channel': 'release', 'data_version': 1}],
             'releases': [
              {'name': 'App-1', 'product': 'App', 'data_version': 1, 'blob':
               {'name': 'App-1', 'schema_version': 9, 'hashFunction': 'sha512', 'appVersion': '1.0',
                'displayVersion': '1.0', 'platforms': {'p': {'locales': {'de': {'buildID': '1'}}}}}},
              {'name': 'App-2', 'product': 'App', 'data_version': 1, 'blob':
               {'name': 'App-2', 'schema_version': 9, 'hashFunction': 'sha512', 'appVersion': '2.0',
                'displayVersion': '2.0', 'platforms': {}}},
              {'name': 'Other-1', 'product': 'Other', 'data_version': 1, 'blob':
               {'name': 'Other-1', 'schema_version': 9, 'hashFunction': 'sha512', 'appVersion': '1.0',
                'displayVersion': '1.0', 'platforms': {}}}],
             'pinnable_releases': [
              {'product': 'App', 'channel': 'release', 'version': '1.', 'mapping': 'App-1', 'data_version': 1}],
             'emergency_shutoffs': [
              {'product': 'App', 'channel': 'release', 'comment': 'crashes', 'data_version': 1},
              {'product': 'App', 'channel': 'nightly', 'data_version': 1}],
             'people': [
              {'name': 'ann', 'permissions': {'rule': {}, 'release': {}, 'release_read_only': {}, 'pinnable_release': {}, 'emergency_shutoff': {},
               'required_signoff': {}, 'permission': {}, 'channel_mapping': {}, 'gate': {}}},
              {'name': 'rel', 'roles': ['releng'], 'permissions': {'rule': {'products': ['App']}}},
              {'name': 'ren', 'roles': ['releng', 'relman'], 'permissions': {'rule': {'products': ['App']}}},
              {'name': 'man', 'roles': ['relman'], 'permissions': {'rule': {'products': ['Other']}}},
              {'name': 'tess', 'roles': ['qa'], 'permissions': {'break_glass': {'products': ['Nothing']}}},
              {'name': 'rex', 'roles': ['releng'], 'permissions': {'break_glass': {'products': ['Nothing']}}},
              {'name': 'mia', 'roles': ['relman'], 'permissions': {'break_glass': {'products': ['Nothing']}}},
              {'name': 'roy', 'roles': ['releng'], 'permissions': {'release': {'products': ['App']}}},
              {'name': 'bot', 'permissions': {'scheduled_change': {'actions': ['enact']}}},
              {'name': 'ci', 'roles': ['releng'], 'permissions': {'release': {}}},
              {'name': 'root', 'permissions': {'admin': {}}},
              {'name': 'eve', 'permissions': {'release_locale': {'products': ['Nothing']}}}],
             'required_signoffs': [
              {'product': 'App', 'channel': 'release', 'role': 'releng', 'signoffs_required': 1, 'data_version': 1},
              {'product': 'App', 'role': 'releng', 'signoffs_required': 1, 'data_version': 1}],
             'channel_mappings': [
              {'product': 'App', 'live_channel': 'release', 'test_channel': 'release-cdntest'}]}
            """;

    final RunningRehearsal rehearsal = RunningRehearsal.with(
            RunningRehearsal.json(DATASET),
            "--rehearsal.enactor.interval=1h",
            "--rehearsal.system-accounts=ci",
            "--rehearsal.notices.webhook-hosts=127.0.0.1",
            "--rehearsal.notices.private-addresses=true");
    private final Map<String, RunningRehearsal.Caller> people = new ConcurrentHashMap<>();

    RunningRehearsal.Caller as(String person) {
        return people.computeIfAbsent(person, rehearsal::as);
    }

    /** Answered, in JSON in which single quotes stand for double ones and W for a time to come. */
    JsonNode as(String person, String method, String path, String body) {
        HttpResponse<String> response = send(person, method, path, body);
        if (response.statusCode() < 200 || response.statusCode() > 299) {
            throw new AssertionError(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return response.body().isEmpty()
                ? RunningRehearsal.JSON.createObjectNode()
                : RunningRehearsal.JSON.readTree(response.body());
    }

    HttpResponse<String> send(String person, String method, String path, String body) {
        return as(person).send(method, path, Refusals.json(body));
    }

    JsonNode get(String path) {
        return as("eve").get(path);
    }

    void refuses(int status, String person, String method, String path, String body) {
        Refusals.assertRefused(send(person, method, path, body), status);
    }

    /** Withdraws all that is still to be enacted. */
    void clearQueue() {
        for (String state : List.of("pending", "held", "disarmed", "draft")) {
            get("/api/change_sets?state=" + state)
                    .get("change_sets")
                    .forEach(set -> as("root", "DELETE", "/api/change_sets/" + set.get("id"), ""));
        }
    }

    @Override
    public void close() {
        rehearsal.close();
    }
}
