package dev.rehearsal.probe;

import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.probe.comparison.Counted;
import dev.rehearsal.probe.comparison.requests.RequestLog;
import dev.rehearsal.serve.QueryParser;
import dev.rehearsal.serve.UpdateRequest.Evaluate;
import dev.rehearsal.traffic.LoadedLists;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.ObjLongConsumer;

/** The update queries of an access log or a list, one line after the other; those that no server evaluates are left out. */
public record ListedRequests(InputStream in) implements LoadedLists.Source {

    @Override
    public LoadedLists.Lines read(ObjLongConsumer<UpdateQuery> to) throws IOException {
        RequestLog.Lines lines = RequestLog.read(in, counted -> tell(counted, to));
        return new LoadedLists.Lines(lines.withRequest(), lines.others());
    }

    private static void tell(Counted counted, ObjLongConsumer<UpdateQuery> to) {
        if (QueryParser.parse(counted.request().target(), null) instanceof Evaluate asked) {
            to.accept(asked.query(), counted.times());
        }
    }
}
