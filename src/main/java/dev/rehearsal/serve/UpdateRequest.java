package dev.rehearsal.serve;

import dev.rehearsal.matching.UpdateQuery;

/** A request for an update, as it is read before any rule is looked at. */
public sealed interface UpdateRequest {

    /** A query that rules decide. */
    record Evaluate(UpdateQuery query, Format format) implements UpdateRequest {}

    /** No route has this URL: an empty {@code <updates>} for {@code /update…}, 404 for JSON. */
    record Unrouted(Format format) implements UpdateRequest {}

    /** A route asked with {@code OPTIONS}: which methods it has. */
    record Options() implements UpdateRequest {}

    /** A route asked with a method that it does not have. */
    record MethodNotAllowed() implements UpdateRequest {}

    /** Query parameters that the route does not take: a 400 as problem JSON. */
    record Refused(String detail) implements UpdateRequest {}

    /**
     * Stands for a URL that is a route once its slashes are single: a 308.
     *
     * @param location path and query string, escaped
     */
    record Redirect(String location) implements UpdateRequest {}

    /** The form of the answer. */
    enum Format {
        XML,
        JSON
    }
}
