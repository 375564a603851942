package dev.rehearsal.serve;

import dev.rehearsal.blob.Blob;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A choice is what the rules of one product come to for a query. */
sealed interface Choice {

    /** The rule that decided; null where none matched or none was asked. */
    @Nullable
    Rule rule();

    /** Sentences for a person who follows an evaluation; made only when somebody does. */
    Supplier<String> reason();

    /** This release is the answer. */
    record Served(Rule rule, ReleaseName release, Blob blob, Supplier<String> reason) implements Choice {}

    /** There is no update. */
    record NotServed(@Nullable Rule rule, Supplier<String> reason) implements Choice {}
}
