package dev.rehearsal.probe.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The release that an answer offers, as far as its body tells: no header names it.
 *
 * @param told versions and builds, or that there is nothing
 */
record Offer(String told) {

    private static final Offer NOTHING = new Offer("nothing");

    private static final Pattern ELEMENT = Pattern.compile("<(update|addon) ([^>]*)>");
    private static final Pattern JSON_VERSION = Pattern.compile("\"version\"\\s*:\\s*\"([^\"]*)\"");

    static Offer of(Reply reply) {
        if (!reply.isThere()) {
            return new Offer("no answer");
        }
        if (reply.status() != 200) {
            return new Offer("status " + reply.status());
        }
        String body = reply.text();
        List<String> offers = new ArrayList<>();
        Matcher elements = ELEMENT.matcher(body);
        while (elements.find()) {
            offers.add(elements.group(1).equals("addon") ? addon(elements.group(2)) : update(elements.group(2)));
        }
        Matcher json = JSON_VERSION.matcher(body);
        if (offers.isEmpty() && body.startsWith("{") && json.find()) {
            offers.add(json.group(1));
        }
        return offers.isEmpty() ? NOTHING : new Offer(String.join("; ", offers));
    }

    private static String update(String attributes) {
        String shown = attribute(attributes, "displayVersion");
        if (attribute(attributes, "unsupported").equals("true")) {
            return "unsupported since " + shown;
        }
        String exact = attribute(attributes, attributes.contains("appVersion=") ? "appVersion" : "version");
        String version = shown.isEmpty() || shown.equals(exact) ? exact : shown + " (" + exact + ")";
        return version + " build " + attribute(attributes, "buildID");
    }

    private static String addon(String attributes) {
        return attribute(attributes, "id") + " " + attribute(attributes, "version");
    }

    private static String attribute(String attributes, String name) {
        Matcher value = Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(attributes);
        return value.find() ? value.group(1) : "";
    }
}
