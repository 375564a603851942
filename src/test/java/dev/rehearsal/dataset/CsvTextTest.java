package dev.rehearsal.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {

    @Test
    void endsEachLineAsTheStandardHasIt() {
        assertThat(new CsvText()
                        .line(List.of("a", "b"))
                        .line(Arrays.asList(null, 7))
                        .toString())
                .isEqualTo("a,b\r\n,7\r\n");
    }

    @Test
    void quotesCommasQuotesAndLineEnds() {
        assertThat(line("ja,ja-JP-mac")).isEqualTo("\"ja,ja-JP-mac\"");
        assertThat(line("say \"hello\"")).isEqualTo("\"say \"\"hello\"\"\"");
        assertThat(line("two\nlines")).isEqualTo("\"two\nlines\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0"})
    void letsNoCellRunAsAFormula(String formula) {
        assertThat(line(formula)).startsWith("'" + formula.charAt(0));
    }

    @Test
    void letsNoQuotedCellRunAsAFormulaEither() {
        assertThat(line("=HYPERLINK(\"a\",\"b\")")).isEqualTo("\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"");
        assertThat(line("\r=1")).isEqualTo("\"'\r=1\"");
    }

    @Test
    void leavesNumbersAndVersionsAsTheyAre() {
        assertThat(line(-1)).isEqualTo("-1");
        assertThat(line("<128.0")).isEqualTo("<128.0");
    }

    private static String line(Object cell) {
        String line = new CsvText().line(List.of(cell)).toString();
        return line.substring(0, line.length() - 2);
    }
}
