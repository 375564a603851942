package dev.rehearsal.api;

import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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

/** Refuses query parameters that an endpoint does not have, as Balrog does: a misspelt filter would show everything. */
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
            List<Problem> unknown = sentBy(request)
                    .filter(name -> !declared.contains(name))
                    .map(name ->
                            new Problem(name, "is no query parameter of this endpoint, which has " + told(declared)))
                    .toList();
            if (!unknown.isEmpty()) {
                throw RefusedException.invalid(unknown);
            }
        }
        return true;
    }

    /** From the query string alone: what a form in the body holds is no concern here. */
    private static Stream<String> sentBy(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null
                ? Stream.empty()
                : UriComponentsBuilder.newInstance().query(query).build().getQueryParams().keySet().stream()
                        .map(name -> StringUtils.uriDecode(name, StandardCharsets.UTF_8));
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
