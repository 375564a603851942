#!/usr/bin/env python3
"""Takes one release from finished builds to live on a Rehearsal server: see README.md beside this file.

usage: promote.py PLAN.json submit | schedule | check SET | look SET | sign SET ROLE DIGEST | wait SET | finish
The token is read from the environment: REHEARSAL_TOKEN. Of whoever wrote any of it, neither check nor sign counts.
"""

import json
import os
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

SECONDS_BETWEEN_LOOKS = float(os.environ.get("PROMOTE_SECONDS_BETWEEN_LOOKS", "10"))

# Without a time of its own a change is due at once; clocks may differ by as much as this.
SECONDS_FROM_NOW = 3


class Server:
    def __init__(self, address):
        self.address = address.rstrip("/")

    def call(self, method, path, body=None, absent=None):
        """What the API answers, None for the status that means absent; a refusal ends the script with its sentence."""
        request = urllib.request.Request(
            self.address + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={
                "Authorization": "Bearer " + os.environ["REHEARSAL_TOKEN"],
                "Content-Type": "application/json",
            },
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                text = response.read().decode()
        except urllib.error.HTTPError as refused:
            if refused.code == absent:
                return None
            problem = json.loads(refused.read().decode() or "{}")
            sys.exit(f"{method} {path}: {refused.code} {problem.get('detail', refused.reason)}")
        return json.loads(text) if text else None

    def update(self, url):
        """The update XML as any client gets it, and the fingerprint of the state that answered."""
        with urllib.request.urlopen(self.address + url, timeout=60) as response:
            return response.read().decode(), response.headers.get("Rehearsal-Fingerprint")


def submit(server, plan):
    """The base first, then one write for each locale of each platform, as builds finish; sent again, it changes nothing."""
    blob = plan["blob"]
    path = "/api/v2/releases/" + blob["name"]
    platforms = blob.get("platforms", {})
    base = dict(blob, platforms={name: without_locales(platform) for name, platform in platforms.items()})
    if not exists(server, blob["name"]):
        server.call("PUT", path, {"product": plan["product"], "blob": base})
    for name, platform in platforms.items():
        for locale, build in platform.get("locales", {}).items():
            part = {"platforms": {name: {"locales": {locale: build}}}}
            versions = server.call("GET", path)["data_versions"]
            server.call("POST", path, {"blob": part, "old_data_versions": version_of(versions, name, locale)})
    print(f"{blob['name']} is complete")


def without_locales(platform):
    return {key: value for key, value in platform.items() if key != "locales"}


def exists(server, name):
    return name in server.call("GET", "/api/v2/releases?names_only=1")


def version_of(versions, platform, locale):
    """The data version of one part, in the tree that the server tells them in; nothing where the part is new."""
    known = versions.get("platforms", {}).get(platform, {}).get("locales", {}).get(locale)
    return {} if known is None else {"platforms": {platform: {"locales": {locale: known}}}}


def schedule(server, plan):
    """One change of the live rule; no test channel has a rule of its own that would have to be changed as well."""
    rule = server.call("GET", "/api/rules/" + plan["rule"])
    name = plan["blob"]["name"]
    changes = [{"object": "rule", "change_type": "update", "rule_id": rule["rule_id"], "mapping": name}]
    if "pin" in plan:
        changes.append(pin(server, plan))
    title = f"Ship {name} to {plan['live_channel']}"
    when = plan.get("when") or int((time.time() + SECONDS_FROM_NOW) * 1000)
    created = server.call("POST", "/api/change_sets", {"title": title, "when": when, "changes": changes})
    print(created["id"])


def pin(server, plan):
    """Clients that are pinned to the major version stay on this release; it decides answers, so it is tested with the rest."""
    key = {"product": plan["product"], "channel": plan["live_channel"], "version": plan["pin"]}
    known = server.call("GET", "/api/v2/pins/{product}/{channel}/{version}".format(**key), absent=404)
    change_type = "insert" if known is None else "update"
    return {"object": "pin", "change_type": change_type, "mapping": plan["blob"]["name"], **key}


def check(server, plan, change_set):
    """Asks as clients do, and gives a verdict on the very state that answered."""
    shown = server.call("GET", f"/api/change_sets/{change_set}")
    if shown["state"] != "pending":
        sys.exit(f"change set {change_set} is {state(shown)}: there is nothing to test")
    failed = False
    for channel in plan["test_channels"]:
        wrong = []
        fingerprints = set()
        for query in plan["queries"]:
            url = query["url"].replace("{channel}", channel)
            answer, fingerprint = server.update(url)
            fingerprints.add(fingerprint)
            expected = query.get("build_id")
            if (f'buildID="{expected}"' not in answer) if expected else ("<update " in answer):
                wrong.append(f"{url} did not get {expected or 'nothing'}")
        if len(fingerprints) != 1:
            sys.exit(f"the state of {channel} changed while it was tested: check again")
        verdict = {
            "test_channel": channel,
            "product": plan["product"],
            "fingerprint": fingerprints.pop(),
            "outcome": "fail" if wrong else "pass",
            "note": "; ".join(wrong)[:500] or f"{len(plan['queries'])} queries as expected",
        }
        server.call("POST", "/api/verdicts", verdict)
        print(f"{channel}: {verdict['outcome']}, {verdict['note']}")
        failed = failed or bool(wrong)
    if failed:
        sys.exit(1)


def state(shown):
    """What a set is; of one that waits for somebody's decision also why."""
    reason = shown.get("disarmed_reason")
    return shown["state"] + (f" ({reason})" if reason else "")


def look(server, change_set):
    """What there is to sign, and the digest that stands for it; read both before signing."""
    shown = server.call("GET", f"/api/change_sets/{change_set}")
    print(f"{shown['title']}, by {shown['author']}, {state(shown)}")
    for change in shown["changes"]:
        print(json.dumps(change, sort_keys=True))
    for lapsed in shown.get("lapsed_signoffs", []):
        print(f"{lapsed['person']} signed as {lapsed['role']}: {lapsed['reason']}")
    missing = ", ".join(f"{count} by {role}" for role, count in sorted(shown.get("missing", {}).items()))
    print(f"signoffs missing: {missing or 'none'}")
    if "digest" in shown:
        print(f"digest: {shown['digest']}")


def sign(server, change_set, role, digest):
    """For what somebody has looked at, and nothing else; refused with 409 once the set is another: look again then."""
    server.call("POST", f"/api/change_sets/{change_set}/signoffs", {"role": role, "digest": digest})
    print(f"signed as {role}")


def wait(server, change_set):
    """Until the set is live; says what it waits for whenever that changes."""
    said = None
    while True:
        shown = server.call("GET", f"/api/change_sets/{change_set}")
        if shown["state"] == "enacted":
            print("live")
            return
        if shown["state"] != "pending":
            sys.exit(f"change set {change_set} is {state(shown)}")
        waiting = "; ".join(str(obstacle) for obstacle in shown["obstacles"]) or "its time"
        if waiting != said:
            print("waiting for: " + waiting, flush=True)
            said = waiting
        time.sleep(SECONDS_BETWEEN_LOOKS)


def finish(server, plan):
    """Nobody edits a release that is live."""
    name = plan["blob"]["name"]
    path = "/api/v2/releases/" + name
    if not server.call("GET", f"/api/releases/{name}/read_only")["read_only"]:
        version = server.call("GET", path)["data_versions"]["."]
        server.call("PUT", path + "/read_only", {"read_only": True, "old_data_version": version})
    print(f"{name} is read-only")


def main(arguments):
    if len(arguments) < 2:
        sys.exit(__doc__)
    plan_file = Path(arguments[0])
    plan = json.loads(plan_file.read_text())
    plan["blob"] = json.loads((plan_file.parent / plan["release"]).read_text())
    server = Server(plan["server"])
    match arguments[1:]:
        case ["submit"]:
            submit(server, plan)
        case ["schedule"]:
            schedule(server, plan)
        case ["check", change_set]:
            check(server, plan, change_set)
        case ["look", change_set]:
            look(server, change_set)
        case ["sign", change_set, role, digest]:
            sign(server, change_set, role, digest)
        case ["wait", change_set]:
            wait(server, change_set)
        case ["finish"]:
            finish(server, plan)
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
