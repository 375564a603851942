package dev.rehearsal.serve;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** Lets URLs reach the update path as clients send them, also those that Tomcat would refuse as malformed. */
final class RawUrlCustomizer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String ODD_CHARACTERS = "\"<>[\\]^`{|}";

    /** Balrog's server takes 4 KiB of request line and headers; some proxies add a lot. */
    private static final int LEAST_HEADER_BYTES = 16 * 1024;

    private final UpdateFilter updates;

    RawUrlCustomizer(UpdateFilter updates) {
        this.updates = updates;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(RawUrlCustomizer::accept);
        factory.addEngineValves(new RejectedUrlValve(updates));
    }

    private static void accept(Connector connector) {
        connector.setEncodedSolidusHandling("passthrough");
        connector.setEncodedReverseSolidusHandling("passthrough");
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            http.setRelaxedPathChars(ODD_CHARACTERS);
            http.setRelaxedQueryChars(ODD_CHARACTERS);
            http.setMaxHttpRequestHeaderSize(Math.max(http.getMaxHttpRequestHeaderSize(), LEAST_HEADER_BYTES));
        }
    }
}
