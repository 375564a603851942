package dev.rehearsal.api;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Answers below {@code /api} where there is nothing; a page of the screens would come otherwise. */
@Configuration(proxyBeanMethods = false)
class UnknownEndpoints {

    /** After all endpoints, before the screens. */
    private static final int ORDER = 10;

    @Bean
    SimpleUrlHandlerMapping unknownEndpointMapping(JsonMapper json) {
        HttpRequestHandler nothing = (request, response) -> {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream()
                    .write(json.writeValueAsBytes(ProblemDetail.forStatusAndDetail(
                            HttpStatus.NOT_FOUND, "The API has nothing at " + request.getRequestURI())));
        };
        return new SimpleUrlHandlerMapping(Map.of("/api/**", nothing), ORDER);
    }
}
