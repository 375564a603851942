package dev.rehearsal.api;

import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Refuses query parameters that an endpoint does not have, as Balrog does: a misspelt filter would show everything. Refuses
 * those, too, that are no text: with a NUL in them, which no table holds, or with escapes that stand for nothing.
 */
@Component
class DeclaredParameters implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            Set<String> declared = declaredBy(method);
            List<Problem> problems = sentBy(request)
                    .flatMap(parameter -> problem(parameter, declared).stream())
                    .toList();
            RefusedException.throwIfAny(problems);
        }
        return true;
    }

    /** A name and a value as they stand in the query string, with their escapes; the value is empty where there is none. */
    private record Sent(String name, String value) {}

    /** From the query string alone: what a form in the body holds is no concern here. */
    private static Stream<Sent> sentBy(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null
                ? Stream.empty()
                : UriComponentsBuilder.newInstance().query(query).build().getQueryParams().entrySet().stream()
                        .flatMap(parameter -> parameter.getValue().stream()
                                .map(value -> new Sent(parameter.getKey(), value == null ? "" : value)));
    }

    private static Optional<Problem> problem(Sent sent, Set<String> declared) {
        String name = decoded(sent.name()).orElse(sent.name());
        if (!isText(sent.name()) || !isText(sent.value())) {
            return Optional.of(new Problem(
                    name.replace("\0", "%00"),
                    "holds a NUL character (%00), bytes that are no UTF-8, or a % without two hexadecimal digits:"
                            + " write %25 for a %"));
        }
        return declared.contains(name)
                ? Optional.empty()
                : Optional.of(new Problem(name, "is no query parameter of this endpoint, which has " + told(declared)));
    }

    private static boolean isText(String raw) {
        return decoded(raw).filter(text -> text.indexOf('\0') < 0).isPresent();
    }

    private static Optional<String> decoded(String raw) {
        try {
            byte[] bytes =
                    StringUtils.uriDecode(raw, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException broken) {
            return Optional.empty();
        }
    }

    private static Set<String> declaredBy(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(DeclaredParameters::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(MethodParameter parameter) {
        String given = Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class))
                .name();
        return given.isEmpty() ? parameter.getParameter().getName() : given;
    }

    private static String told(Set<String> declared) {
        return declared.isEmpty() ? "none" : String.join(", ", declared);
    }
}
