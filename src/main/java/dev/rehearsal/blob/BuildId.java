package dev.rehearsal.blob;

/** A buildID; one that was written as a JSON number can be shown, but Balrog fails to compare it with a query's. */
record BuildId(String text, boolean numeric) {

    boolean isOf(String queryBuildId) {
        return !numeric && text.equals(queryBuildId);
    }
}
