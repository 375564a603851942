package dev.rehearsal.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AskedUrlsTest {

    private final AskedUrls asked = new AskedUrls();

    @Test
    void aUrlIsKnownFromTheSecondTimeOn() {
        assertThat(asked.note("/update/6/a", null)).isFalse();
        assertThat(asked.note("/update/6/a", null)).isTrue();
        assertThat(asked.note("/update/6/a", null)).isTrue();
    }

    @Test
    void aQueryStringMakesAnotherUrl() {
        asked.note("/update/6/a", null);

        assertThat(asked.note("/update/6/a", "force=1")).isFalse();
    }

    @Test
    void whatIsAskedOftenStaysKnownAmongMuchThatIsAskedOnce() {
        int known = 0;
        for (int round = 0; round < 1_000; round++) {
            known += asked.note("/often", null) ? 1 : 0;
            for (int once = 0; once < 100; once++) {
                asked.note("/once/" + round + "/" + once, null);
            }
        }

        assertThat(known).isGreaterThan(950);
    }
}
