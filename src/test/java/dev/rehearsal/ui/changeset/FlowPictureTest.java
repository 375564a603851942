package dev.rehearsal.ui.changeset;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Html;
import dev.rehearsal.probe.Radius;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlowPictureTest {

    @Test
    void drawsABandForEachMoveAndOneForThoseWhoStay() {
        String drawn = draw(10, move("Firefox-149", "Firefox-150", 3), move("Firefox-148", "Firefox-150", 2));

        assertThat(count(drawn, "class=\"moves\"")).isEqualTo(2);
        assertThat(count(drawn, "class=\"stays\"")).isEqualTo(1);
    }

    @Test
    void namesEachAnswerOnceOnEachSide() {
        String drawn = draw(5, move("Firefox-149", "Firefox-150", 3), move("Firefox-148", "Firefox-150", 2));

        assertThat(count(drawn, ">Firefox-150<")).isEqualTo(1);
        assertThat(count(drawn, ">Firefox-149<")).isEqualTo(1);
        assertThat(drawn).doesNotContain("stays");
    }

    @Test
    void saysInWordsHowManyGetSomethingElse() {
        assertThat(draw(588, move("Firefox-149", "Firefox-150", 138)))
                .contains(
                        "aria-label=\"Today's answers and tomorrow's: 138 of 588 made-up clients get something else\"");
    }

    @Test
    void putsTheSmallestOfManyMovesTogether() {
        Radius.Change[] moves = IntStream.range(0, 30)
                .mapToObj(index -> move("A" + index, "B" + index, 100 - index))
                .toArray(Radius.Change[]::new);

        assertThat(count(draw(10_000, moves), "class=\"moves\"")).isEqualTo(8);
    }

    @Test
    void writesNamesAsTextWhateverIsInThem() {
        assertThat(draw(1, move("<script>", "Firefox-150", 1))).doesNotContain("<script>");
    }

    @Test
    void breaksWhatARateLeavesToTheDiceIntoTwoLines() {
        assertThat(draw(1, move("Firefox-149", "Firefox-150 at 25 %, else Firefox-149", 1)))
                .contains(">Firefox-150 at 25 %,<", ">else Firefox-149<");
    }

    private static Radius.Change move(String before, String after, int clients) {
        return new Radius.Change(before, after, clients, List.of());
    }

    private static String draw(int asked, Radius.Change... moves) {
        int differing = List.of(moves).stream().mapToInt(Radius.Change::queries).sum();
        return ((Html) FlowPicture.of(new Radius(asked, differing, List.of(moves)))).getInnerHtml();
    }

    private static long count(String drawn, String wanted) {
        return Pattern.compile(Pattern.quote(wanted)).matcher(drawn).results().count();
    }
}
