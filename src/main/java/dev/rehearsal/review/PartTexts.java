package dev.rehearsal.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.rehearsal.release.CanonicalJson;
import dev.rehearsal.release.ContentHash;
import dev.rehearsal.release.StoredContents;
import java.util.ArrayList;
import java.util.List;
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

    /** Where a line is found. */
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

    private List<String> lines(@Nullable ContentHash content) {
        return content == null
                ? List.of()
                : contents.part(content).map(PartTexts::lines).orElse(List.of("(this content is not kept any more)"));
    }

    private static List<String> lines(JsonNode json) {
        JsonNode inOrder = CanonicalJson.parse(CanonicalJson.bytes(json));
        return LINES.writerWithDefaultPrettyPrinter()
                .writeValueAsString(inOrder)
                .lines()
                .toList();
    }

    static List<Line> compare(List<String> was, List<String> becomes) {
        List<Line> lines = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(was, becomes).getDeltas()) {
            int begin = delta.getSource().getPosition();
            addBoth(lines, was, at, begin, at > 0, true);
            delta.getSource().getLines().forEach(line -> lines.add(new Line(Place.WAS, line)));
            delta.getTarget().getLines().forEach(line -> lines.add(new Line(Place.BECOMES, line)));
            at = begin + delta.getSource().size();
        }
        addBoth(lines, was, at, was.size(), at > 0, false);
        return List.copyOf(lines);
    }

    /** Of equal lines those near a difference. */
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
