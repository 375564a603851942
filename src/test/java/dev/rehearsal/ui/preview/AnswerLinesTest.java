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
    void each_tag_and_each_attribute_has_a_line() {
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
    void what_is_no_xml_stays_as_it_is(String text) {
        assertThat(String.join("\n", XmlLines.of(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<updates", "<a><b></a></c>", "<a href=\"1 2>", "</></>"})
    void broken_xml_loses_nothing_but_spaces(String text) {
        assertThat(String.join("", XmlLines.of(text)).replace(" ", "")).isEqualTo(text.replace(" ", ""));
    }

    @Test
    void lines_of_both_are_found_around_those_that_differ() {
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
    void nothing_differs_from_itself() {
        assertThat(LineDifference.between(List.of("a", "b"), List.of("a", "b")).lines())
                .allMatch(line -> line.place() == Place.BOTH);
    }
}
