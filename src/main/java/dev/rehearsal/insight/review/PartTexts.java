package dev.rehearsal.insight.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import dev.rehearsal.blob.BlobParts;
import dev.rehearsal.blob.CanonicalJson;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.LocalePath;
import dev.rehearsal.live.StoredContents;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Contents of release parts as lines of JSON, and what differs between two of them. */
@Service
public class PartTexts {

    private static final JsonMapper LINES = JsonMapper.builder().build();

    /** How many equal lines are shown before and after each difference. */
    private static final int AROUND = 3;

    private final StoredContents contents;

    PartTexts(StoredContents contents) {
        this.contents = contents;
    }

    /** The text or texts in which a line is found. */
    public enum Place {
        BOTH,
        WAS,
        BECOMES,
        /** Not a line of either: how many equal ones are left out. */
        LEFT_OUT
    }

    public record Line(Place place, String text) {}

    /** @param was null for nothing; @param becomes null for nothing */
    public List<Line> compare(@Nullable ContentHash was, @Nullable ContentHash becomes) {
        return compare(lines(was), lines(becomes));
    }

    /** Compares a stored part with one that is not stored yet; null on either side for nothing. */
    public List<Line> compareWith(@Nullable ContentHash was, @Nullable JsonNode becomes) {
        return compare(lines(was), becomes == null ? List.of() : lines(becomes));
    }

    /** A line of a part that holds what was searched for; lines are numbered from 1. */
    public record Hit(String path, int line, String text) {}

    /**
     * The first of what was found, and how much there is.
     *
     * @param parts paths of those whose platform or locale is called like that; whole names before pieces of names
     * @param lines part by part in the order of their paths
     */
    public record Found(List<String> parts, int allParts, List<Hit> lines, int allLines) {}

    /**
     * Looks for a text in the names of parts and in every line, upper and lower case alike. Reads the whole release.
     *
     * @param most how many parts and how many lines at most
     */
    public Found find(ContentHash release, String text, int most) {
        String wanted = text.toLowerCase(Locale.ROOT);
        SortedMap<String, JsonNode> parts =
                BlobParts.split(contents.json(release)).byPath();
        List<String> called = called(wanted, parts.keySet());
        List<Hit> hits = new ArrayList<>();
        int all = 0;
        for (Map.Entry<String, JsonNode> part : parts.entrySet()) {
            List<String> lines = lines(part.getValue());
            for (int at = 0; at < lines.size(); at++) {
                if (lines.get(at).toLowerCase(Locale.ROOT).contains(wanted)) {
                    all++;
                    if (hits.size() < most) {
                        hits.add(new Hit(part.getKey(), at + 1, lines.get(at).strip()));
                    }
                }
            }
        }
        return new Found(called.stream().limit(most).toList(), called.size(), List.copyOf(hits), all);
    }

    /** A text with a dot may be a piece of a whole path. */
    private static List<String> called(String wanted, Set<String> paths) {
        List<String> whole = new ArrayList<>();
        List<String> pieces = new ArrayList<>();
        for (String path : paths) {
            List<String> names = LocalePath.of(path.toLowerCase(Locale.ROOT))
                    .map(part -> List.of(part.platform(), part.locale()))
                    .orElse(List.of());
            if (names.contains(wanted)) {
                whole.add(path);
            } else if (names.stream().anyMatch(name -> name.contains(wanted))
                    || wanted.contains(".") && path.toLowerCase(Locale.ROOT).contains(wanted)) {
                pieces.add(path);
            }
        }
        whole.addAll(pieces);
        return whole;
    }

    /** One part, its keys in order; none for null. */
    public List<String> lines(@Nullable ContentHash content) {
        return content == null
                ? List.of()
                : contents.part(content).map(PartTexts::lines).orElse(List.of("(this content is not kept any more)"));
    }

    /** Returns the lines of a text of JSON, its keys in order. */
    public static List<String> lines(JsonNode json) {
        JsonNode inOrder = CanonicalJson.parse(CanonicalJson.bytes(json));
        return LINES.writerWithDefaultPrettyPrinter()
                .writeValueAsString(inOrder)
                .lines()
                .toList();
    }

    /** Tells what differs, in a time that grows with the number of lines. */
    public static Patch<String> differences(List<String> was, List<String> becomes) {
        return DiffUtils.diff(was, becomes, new PatienceDiff());
    }

    static List<Line> compare(List<String> was, List<String> becomes) {
        List<Line> lines = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : differences(was, becomes).getDeltas()) {
            int begin = delta.getSource().getPosition();
            addBoth(lines, was, at, begin, at > 0, true);
            delta.getSource().getLines().forEach(line -> lines.add(new Line(Place.WAS, line)));
            delta.getTarget().getLines().forEach(line -> lines.add(new Line(Place.BECOMES, line)));
            at = begin + delta.getSource().size();
        }
        addBoth(lines, was, at, was.size(), at > 0, false);
        return List.copyOf(lines);
    }

    /** Adds equal lines, of a long run only those near a difference. */
    private static void addBoth(
            List<Line> lines, List<String> text, int from, int to, boolean afterDifference, boolean beforeDifference) {
        int headEnd = afterDifference ? Math.min(to, from + AROUND) : from;
        int tailBegin = beforeDifference ? Math.max(headEnd, to - AROUND) : to;
        text.subList(from, headEnd).forEach(line -> lines.add(new Line(Place.BOTH, line)));
        int leftOut = tailBegin - headEnd;
        if (leftOut > 0) {
            lines.add(new Line(Place.LEFT_OUT, leftOut == 1 ? "1 equal line" : leftOut + " equal lines"));
        }
        text.subList(tailBegin, to).forEach(line -> lines.add(new Line(Place.BOTH, line)));
    }
}
