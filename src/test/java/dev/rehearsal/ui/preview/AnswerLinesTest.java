package dev.rehearsal.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.ui.preview.LineDifference.Line;
import dev.rehearsal.ui.preview.LineDifference.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerLinesTest {

    @Test
    void eachTagAndEachAttributeHasALine() {
        assertThat(XmlLines.of("""
                <?xml version="1.0"?>
                <updates>
                    <update type="minor" appVersion="1.0 beta"><patch URL="https://x.example/?a=1&amp;b=2"/></update>
                </updates>"""))
                .containsExactly(
                        "<?xml version=\"1.0\"?>",
                        "<updates>",
                        "  <update",
                        "      type=\"minor\"",
                        "      appVersion=\"1.0 beta\">",
                        "    <patch",
                        "        URL=\"https://x.example/?a=1&amp;b=2\"/>",
                        "  </update>",
                        "</updates>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"x\"}", "", "plain words"})
    void whatIsNoXmlStaysAsItIs(String text) {
        assertThat(String.join("\n", XmlLines.of(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<updates", "<a><b></a></c>", "<a href=\"1 2>", "</></>"})
    void brokenXmlLosesNothingButSpaces(String text) {
        assertThat(String.join("", XmlLines.of(text)).replace(" ", "")).isEqualTo(text.replace(" ", ""));
    }

    @Test
    void linesOfBothAreFoundAroundThoseThatDiffer() {
        assertThat(LineDifference.between(List.of("a", "b", "c"), List.of("a", "x", "c", "d"))
                        .lines())
                .containsExactly(
                        new Line(Place.BOTH, "a"),
                        new Line(Place.OLD, "b"),
                        new Line(Place.NEW, "x"),
                        new Line(Place.BOTH, "c"),
                        new Line(Place.NEW, "d"));
    }

    @Test
    void nothingDiffersFromItself() {
        assertThat(LineDifference.between(List.of("a", "b"), List.of("a", "b")).lines())
                .allMatch(line -> line.place() == Place.BOTH);
    }
}
