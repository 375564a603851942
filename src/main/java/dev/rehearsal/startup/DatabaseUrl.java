package dev.rehearsal.startup;

/** A JDBC URL in the form in which it may be shown. */
final class DatabaseUrl {

    private DatabaseUrl() {}

    /** Returns what stands before the parameters, which may hold a password, and without a user's name and password. */
    static String withoutSecrets(String url) {
        int end = url.length();
        for (char parameters : new char[] {'?', ';'}) {
            int at = url.indexOf(parameters);
            end = at < 0 ? end : Math.min(end, at);
        }
        String address = url.substring(0, end);
        int host = address.lastIndexOf('@');
        int slashes = address.indexOf("//");
        return slashes < 0 || host < slashes
                ? address
                : address.substring(0, slashes + 2) + address.substring(host + 1);
    }
}
