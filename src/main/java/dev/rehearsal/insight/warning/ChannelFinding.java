package dev.rehearsal.insight.warning;

import dev.rehearsal.approval.Gate;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.staging.ChannelMapping;
import java.util.List;
import java.util.stream.Collectors;

/** A finding about one live or test channel. */
public sealed interface ChannelFinding extends Finding {

    @Override
    String channel();

    /** @param why what keeps it shut, with what to do */
    record GateCannotOpen(Gate gate, String why) implements ChannelFinding {
        @Override
        public Kind kind() {
            return Kind.GATE_CANNOT_OPEN;
        }

        @Override
        public String sentence() {
            return "the gate of %s on %s cannot open: %s"
                    .formatted(gate.product() == null ? "every product" : gate.product(), gate.liveChannel(), why);
        }

        @Override
        public String whatToDo() {
            return "change the gate, or make it possible: until then nothing goes live there";
        }

        @Override
        public String channel() {
            return gate.liveChannel();
        }
    }

    /** The set that the scope of a mapping names is not pending. */
    record ScopeGone(ChannelMapping mapping) implements ChannelFinding {
        @Override
        public Kind kind() {
            return Kind.SCOPE_GONE;
        }

        @Override
        public String sentence() {
            return "the change set that the scope of %s names is not pending any more, so it shows %s as it is live"
                    .formatted(mapping.testChannel(), mapping.liveChannel());
        }

        @Override
        public String whatToDo() {
            return "give the mapping another scope";
        }

        @Override
        public String channel() {
            return mapping.testChannel();
        }
    }

    record NoUrl(UnservedFiles unserved) implements ChannelFinding {

        private static final int FILES_NAMED = 3;

        @Override
        public Kind kind() {
            return Kind.NO_URL;
        }

        @Override
        public String sentence() {
            String files = unserved.files().stream()
                    .limit(FILES_NAMED)
                    .map(file -> file.updateType() + " from " + file.from())
                    .collect(Collectors.joining(", "));
            return "%s gives no URL on %s for %d of the files that it lists: %s%s"
                    .formatted(
                            unserved.release(),
                            unserved.channel(),
                            unserved.files().size(),
                            files,
                            unserved.files().size() > FILES_NAMED ? ", …" : "");
        }

        @Override
        public String whatToDo() {
            return "give the release a fileUrls block for %s, or one for every channel".formatted(unserved.channel());
        }

        @Override
        public String channel() {
            return unserved.channel();
        }
    }

    /** Hand-made rules for a test channel, which are not served while it is mapped. */
    record Shadowed(ChannelMapping mapping, List<Rule> rows) implements ChannelFinding {

        public Shadowed {
            rows = List.copyOf(rows);
        }

        @Override
        public Kind kind() {
            return Kind.SHADOWED;
        }

        @Override
        public String sentence() {
            String names = rows.stream()
                    .map(row -> row.alias() == null ? "#" + row.id() : "#%s %s".formatted(row.id(), row.alias()))
                    .collect(Collectors.joining(", "));
            return (rows.size() == 1
                            ? "rule %s was made by hand for %s and is not served any more"
                            : "rules %s were made by hand for %s and are not served any more")
                    .formatted(names, mapping.testChannel());
        }

        @Override
        public String whatToDo() {
            return rows.size() == 1 ? "retire it" : "retire them";
        }

        @Override
        public String channel() {
            return mapping.testChannel();
        }
    }
}
