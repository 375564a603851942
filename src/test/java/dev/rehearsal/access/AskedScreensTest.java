package dev.rehearsal.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class AskedScreensTest {

    private final AskedScreens screens = new AskedScreens();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @ParameterizedTest
    @CsvSource({
        "/channels, , /channels",
        "/channels, product=App, /channels?product=App",
        "//evil.example/, , /evil.example/",
        "'/\\evil.example/', , /evil.example/"
    })
    void leadBackToAPathOfThisHost(String path, @Nullable String query, String back) {
        MockHttpServletRequest request = asked(path, query);

        assertThat(Objects.requireNonNull(screens.getRequest(request, response)).getRedirectUrl())
                .isEqualTo(back);
    }

    @Test
    void leadThereOnce() {
        MockHttpServletRequest request = asked("/channels", null);

        assertThat(screens.getMatchingRequest(request, response)).isNull();
        assertThat(screens.getRequest(request, response)).isNull();
    }

    private MockHttpServletRequest asked(String path, @Nullable String query) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServerName("evil.example");
        request.setQueryString(query);
        screens.saveRequest(request, response);
        return request;
    }
}
