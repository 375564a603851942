package dev.rehearsal.serve;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The update path alone in the real web server, without database or screens. */
final class ServingApplication implements AutoCloseable {

    private final ServletWebServerApplicationContext context;

    private ServingApplication(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    static ServingApplication start(Path allowList, List<String> specialForceHosts) {
        return new ServingApplication((ServletWebServerApplicationContext) new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.SERVLET)
                .properties(
                        "server.port=0",
                        "spring.main.banner-mode=off",
                        "rehearsal.serving.allow-list=" + allowList,
                        "rehearsal.serving.special-force-hosts=" + String.join(",", specialForceHosts))
                .run());
    }

    SnapshotHolder snapshots() {
        return context.getBean(SnapshotHolder.class);
    }

    int port() {
        return Objects.requireNonNull(context.getWebServer()).getPort();
    }

    @Override
    public void close() {
        context.close();
    }

    /** Without @Configuration: the whole application, which scans these packages too, must not find it. */
    @ImportAutoConfiguration({TomcatServletWebServerAutoConfiguration.class, PropertyPlaceholderAutoConfiguration.class
    })
    @Import(ServingConfiguration.class)
    static class Parts {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        ServletRegistrationBean<HttpServlet> everythingElse() {
            return new ServletRegistrationBean<>(new NothingThere(), "/");
        }
    }

    private static final class NothingThere extends HttpServlet {

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            UnknownUrl.answer(response);
        }
    }
}
