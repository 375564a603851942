package dev.rehearsal.probe.comparison.run;

import dev.rehearsal.probe.comparison.Channels;
import dev.rehearsal.probe.comparison.report.Format;
import dev.rehearsal.probe.comparison.requests.Requests;
import dev.rehearsal.probe.comparison.wire.Address;
import dev.rehearsal.probe.comparison.wire.Side;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Holds the options of a comparison.
 *
 * @param requests a file, or {@code -} for standard input
 * @param output null for standard output
 * @param rate requests a second to each side
 * @param connections to each side
 * @param longestCache how long an answer that has changed may still be met
 * @param resume where findings are kept until the run is over; null where it starts anew each time
 * @param leftChannel the one channel that is compared; null where the requests say it
 * @param rightChannel what the right side is asked for instead; null for the channel of the request
 * @param rules whether the headers that tell the rule are compared
 */
record Options(
        Address left,
        Address right,
        String requests,
        Format format,
        @Nullable Path output,
        int rate,
        int connections,
        Side.Manners manners,
        Duration longestCache,
        @Nullable Path resume,
        @Nullable String leftChannel,
        @Nullable String rightChannel,
        boolean rules) {

    static final String STANDARD_INPUT = "-";

    /** @throws WrongUseException where there is something wrong with them */
    static Options of(List<String> words) {
        Arguments given = new Arguments(words);
        Options options = new Options(
                address(given, "--left"),
                address(given, "--right"),
                given.required("--requests"),
                format(given.text("--format")),
                given.path("--output"),
                given.number("--rate", 200, 1, 1_000_000),
                given.number("--connections", 8, 1, 256),
                new Side.Manners(
                        given.duration("--timeout", Duration.ofSeconds(10)),
                        given.number("--retries", 3, 0, 10),
                        given.duration("--retry-after", Duration.ofSeconds(1))),
                given.duration("--longest-cache", Duration.ofMinutes(3)),
                given.path("--resume"),
                given.text("--left-channel"),
                given.text("--right-channel"),
                !given.flag("--without-rules"));
        given.refuseOthers();
        if (options.leftChannel != null && options.rightChannel == null) {
            throw new WrongUseException(
                    "--left-channel goes with --right-channel: say which channel it is compared with");
        }
        return options;
    }

    private static Address address(Arguments given, String name) {
        String url = given.required(name);
        try {
            return Address.of(url);
        } catch (IllegalArgumentException wrong) {
            throw new WrongUseException(name + ": " + wrong.getMessage());
        }
    }

    private static Format format(@Nullable String name) {
        return switch (name == null ? "text" : name.toLowerCase(Locale.ROOT)) {
            case "text" -> Format.TEXT;
            case "json" -> Format.JSON;
            case "html" -> Format.HTML;
            default -> throw new WrongUseException("--format=" + name + ": give text, json or html");
        };
    }

    /** The channels that are compared with each other; null where each request is compared on its own. */
    @Nullable
    Channels channels(Requests found) {
        if (rightChannel == null) {
            return null;
        }
        if (leftChannel != null) {
            return new Channels(leftChannel, rightChannel);
        }
        if (found.channels().size() != 1) {
            throw new WrongUseException("the requests are of several channels (" + String.join(", ", found.channels())
                    + "): say by --left-channel which one is compared with " + rightChannel);
        }
        return new Channels(found.channels().first(), rightChannel);
    }
}
