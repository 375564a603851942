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

/** Says no to URLs of the API that no endpoint has; otherwise the screens would take them for theirs. */
@Configuration(proxyBeanMethods = false)
class UnknownEndpoints {

    /** Endpoints are looked up at 0. */
    private static final int AFTER_ENDPOINTS = 1;

    /** After all endpoints, which themselves say no to methods that they do not have. */
    @Bean
    SimpleUrlHandlerMapping unknownEndpointMapping(JsonMapper json) {
        HttpRequestHandler refusal = (request, response) -> {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                    HttpStatus.NOT_FOUND,
                    "The API has no endpoint " + request.getRequestURI() + ": see /api/openapi.yaml for those it has.");
            problem.setType(ProblemTypes.NONE_OF_ITS_OWN);
            response.setStatus(problem.getStatus());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            json.writeValue(response.getOutputStream(), problem);
        };
        SimpleUrlHandlerMapping mapping = new SimpleUrlHandlerMapping(Map.of("/api/**", refusal));
        mapping.setOrder(AFTER_ENDPOINTS);
        return mapping;
    }
}
