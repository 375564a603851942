package dev.rehearsal.api;

import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class ApiFaultsTest {

    private final MockMvc api = MockMvcBuilders.standaloneSetup(new Broken())
            .setControllerAdvice(new ApiProblems(), new ApiFaults())
            .build();

    @RestController
    static class Broken {

        @GetMapping("/bug")
        String bug() {
            throw new IllegalStateException("a bug");
        }

        @SuppressWarnings("InfiniteRecursion")
        @GetMapping("/endless")
        String endless() {
            return endless();
        }
    }

    @Test
    void aBugIsToldWithAnId() throws Exception {
        assertIsToldWithAnId("/bug");
    }

    @Test
    void anErrorOfTheMachineIsToldWithAnId() throws Exception {
        assertIsToldWithAnId("/endless");
    }

    private void assertIsToldWithAnId(String url) throws Exception {
        api.perform(get(url))
                .andExpect(status().isInternalServerError())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.id").value(matchesPattern("[0-9a-f]{8}")))
                .andExpect(jsonPath("$.detail").value(matchesPattern("A fault of the server, .*: [0-9a-f]{8}\\.")));
    }
}
