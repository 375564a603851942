package dev.rehearsal.serve.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class HawkTest {

    /** The example in Hawk's own description. */
    @Test
    void provesARequestWithABody() {
        Hawk hawk = new Hawk("dh37fgj492je", "werxhqb98rpaxn39848xrunpaw3489ruxnpa98w4rxn");

        assertThat(hawk.header(
                        "POST",
                        URI.create("http://example.com:8000/resource/1?b=1&a=2"),
                        "text/plain",
                        "Thank you for flying Hawk",
                        1_353_832_234,
                        "j4h3g2",
                        "some-app-ext-data"))
                .isEqualTo("Hawk id=\"dh37fgj492je\", ts=\"1353832234\", nonce=\"j4h3g2\","
                        + " hash=\"Yi9LfIIFRtBEPt74PVmbTF/xVAwPn7ub15ePICfgnuY=\", ext=\"some-app-ext-data\","
                        + " mac=\"aSe1DERmZuRl3pI36/9BdZmnErTw3sNzOOAUlfeKjVw=\"");
    }
}
