package dev.rehearsal.stories;

/** A rule of the model: what else rules have does not matter to it. */
record ModelRow(long id, String channel, String mapping, String comment, int version) {

    /** Whether a release channel's clients can reach it. */
    boolean reaches(String live) {
        return channel.endsWith("*")
                ? live.startsWith(channel.substring(0, channel.length() - 1))
                : channel.equals(live);
    }

    String field(String name) {
        return switch (name) {
            case "channel" -> channel;
            case "mapping" -> mapping;
            default -> comment;
        };
    }

    ModelRow with(String name, String value) {
        return switch (name) {
            case "channel" -> new ModelRow(id, value, mapping, comment, version);
            case "mapping" -> new ModelRow(id, channel, value, comment, version);
            default -> new ModelRow(id, channel, mapping, value, version);
        };
    }

    ModelRow at(int other) {
        return new ModelRow(id, channel, mapping, comment, other);
    }
}
