package dev.rehearsal.dataset;

import dev.rehearsal.probe.Expectation;
import dev.rehearsal.probe.Probe;
import dev.rehearsal.probe.ProbeDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The probes of a dataset; each gets an id of its own. */
final class ProbeObjects {

    private static final Set<String> FIELDS = Set.of("id", "name", "url", "expect", "answer", "note", "data_version");

    private final List<Probe> probes = new ArrayList<>();

    void add(DatasetObject object) {
        object.allowOnly(FIELDS);
        Expectation.Kind kind = Expectation.Kind.named(object.text("expect", 10));
        if (kind == null && object.has("expect")) {
            object.wrong("expect", "Must be release, no_update or xml.");
        }
        ProbeDraft draft = new ProbeDraft(
                object.text("name", ProbeDraft.LONGEST_NAME),
                object.text("url", ProbeDraft.LONGEST_URL),
                Objects.requireNonNullElse(kind, Expectation.Kind.NO_UPDATE)
                        .of(object.optionalText("answer", ProbeDraft.LONGEST_ANSWER)),
                object.optionalText("note", ProbeDraft.LONGEST_NOTE));
        int dataVersion = object.dataVersion();
        if (object.isRight()) {
            draft.problems().forEach(object::wrong);
        }
        if (object.isRight()) {
            probes.add(draft.as(0, dataVersion));
        }
    }

    List<Probe> probes() {
        return probes;
    }
}
