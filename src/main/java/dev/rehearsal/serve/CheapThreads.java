package dev.rehearsal.serve;

import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * Gives each request a virtual thread of its own. A client that sends slowly, or does not read what it is told, then holds
 * up nobody but itself: a thread that waits for a socket costs next to nothing. What computes for longer than an update
 * URL does has threads of another kind: see {@link AdminThreads}.
 */
final class CheapThreads implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addProtocolHandlerCustomizers(handler -> {
            if (handler instanceof AbstractProtocol<?> protocol) {
                protocol.setExecutor(new VirtualThreadExecutor("http-"));
            }
            if (handler instanceof AbstractHttp11Protocol<?> http) {
                // Nobody is asked to send on what nobody reads.
                http.setContinueResponseTiming("onRead");
            }
        });
    }
}
