package dev.rehearsal.probe.comparison;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request for an update as both sides are asked it.
 *
 * @param target path and query as the client sent them, without a {@code force} of its own; each character is a byte
 * @param powerPc whether the client calls itself a PowerPC, which is all that a server reads of its name
 */
public record Request(String target, boolean powerPc) {

    private static final Pattern ORIGIN = Pattern.compile("^https?://[^/]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern UPDATE =
            Pattern.compile("(?s)^((?:/update/[^/]*(?:/[^/]*){5}|/json/[^/]*(?:/[^/]*){3})/)([^/?]*)(.*)$");

    /** Reads a path or a whole URL; what is no update URL gives nothing. */
    public static Optional<Request> of(String url, boolean powerPc) {
        String path = ORIGIN.matcher(url.strip()).replaceFirst("");
        int fragment = path.indexOf('#');
        String whole = fragment < 0 ? path : path.substring(0, fragment);
        return whole.startsWith("/update/") || whole.startsWith("/json/")
                ? Optional.of(new Request(sendable(withoutForce(whole)), powerPc))
                : Optional.empty();
    }

    private static String withoutForce(String target) {
        int question = target.indexOf('?');
        if (question < 0) {
            return target;
        }
        String kept = Stream.of(target.substring(question + 1).split("&"))
                .filter(parameter ->
                        !parameter.isEmpty() && !parameter.equals("force") && !parameter.startsWith("force="))
                .collect(Collectors.joining("&"));
        String path = target.substring(0, question);
        return kept.isEmpty() ? path : path + "?" + kept;
    }

    /** Escapes what would end the request line. */
    private static String sendable(String target) {
        StringBuilder sendable = new StringBuilder(target.length());
        for (int at = 0; at < target.length(); at++) {
            char character = target.charAt(at);
            if (character <= ' ' || character == 0x7F) {
                sendable.append("%%%02X".formatted((int) character));
            } else {
                sendable.append(character);
            }
        }
        return sendable.toString();
    }

    /** The target that asks for one side of the dice. */
    public String forced(Force force) {
        return target + (target.indexOf('?') < 0 ? '?' : '&') + force.parameter();
    }

    /** The channel in its path; empty where it has none. */
    public String channel() {
        Matcher parts = UPDATE.matcher(target);
        return parts.matches() ? parts.group(2) : "";
    }

    /** The request that asks the same on another channel. */
    public Request on(String channel) {
        return new Request(
                UPDATE.matcher(target).replaceFirst("$1" + Matcher.quoteReplacement(channel) + "$3"), powerPc);
    }
}
