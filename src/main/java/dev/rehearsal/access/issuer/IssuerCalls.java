package dev.rehearsal.access.issuer;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/** Makes the clients that call the issuer, with limits of time and size. */
final class IssuerCalls {

    private static final Duration CONNECTION = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(4);

    /** Bytes. */
    private static final int LONGEST_KEYS = 200_000;

    private IssuerCalls() {}

    static ClientHttpRequestFactory requests() {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECTION)
                .build());
        requests.setReadTimeout(ANSWER);
        return requests;
    }

    static DefaultResourceRetriever keys() {
        return new DefaultResourceRetriever((int) CONNECTION.toMillis(), (int) ANSWER.toMillis(), LONGEST_KEYS) {
            @Override
            protected HttpURLConnection openHTTPConnection(URL url) throws IOException {
                HttpURLConnection connection = super.openHTTPConnection(url);
                connection.setInstanceFollowRedirects(false);
                return connection;
            }
        };
    }
}
