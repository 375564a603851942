package dev.rehearsal.api.balrog;

import dev.rehearsal.access.ApiOptions;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Lets whoever passes on what everybody may read keep it for a while, as Balrog does; refusals are never kept. */
@RestControllerAdvice(assignableTypes = PublicApi.class)
class CachedAnswers implements ResponseBodyAdvice<Object> {

    private final String kept;

    CachedAnswers(ApiOptions options) {
        this.kept = "public, max-age=" + options.publicMaxAge().toSeconds();
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (response instanceof ServletServerHttpResponse servlet) {
            HttpServletResponse answer = servlet.getServletResponse();
            if (answer.getStatus() == HttpStatus.OK.value()) {
                // Replaces what is written before anything is known of the answer.
                answer.setHeader(HttpHeaders.CACHE_CONTROL, kept);
            }
        }
        return body;
    }
}
