package dev.rehearsal.probe.comparison.run;

/** Holds what {@code --help} says. */
final class Usage {

    static final String TEXT = """
            Asks two update servers the same requests and says where they answer otherwise.

            usage: java -jar rehearsal.jar compare --left=URL --right=URL --requests=FILE [options]

              --left=URL            a server, such as https://aus5.example.org: what is trusted today
              --right=URL           the server that is compared with it
              --requests=FILE       access logs (common, combined, AWS load balancer, CloudFront, JSON lines), lists of
                                    paths or URLs, counted ones (uniq -c) too, packed by gzip or not; - is standard input

              --format=text|json|html   of the report: text
              --output=FILE         where it goes: standard output
              --rate=N              requests a second to each side: 200. Each request is two: force=1 and force=-1
              --connections=N       to each side: 8
              --timeout=TIME        for an answer: 10s
              --retries=N           for a request that gets no answer, or 429, 502, 503, 504: 3
              --retry-after=TIME    before the first of these, and twice as long before each other: 1s
              --longest-cache=TIME  what differs is asked again after that, and is 'moving' if it differs no longer: 3m
              --resume=FILE         keeps what was found there; the same command goes on where it was interrupted
              --right-channel=NAME  the right side is asked for this channel instead: a live channel and its test channel,
                                    --left and --right may be one server then. URLs of files are not compared
              --left-channel=NAME   the live one, where the requests are of several channels
              --without-rules       leaves Rule-ID and Rule-Data-Version out, for a proxy that drops them

            exit code: 0 no differences, 1 differences (or more than 0.1 % ignored), 2 wrong use, or a side is away
            """;

    private Usage() {}
}
