package io.github.flexalerts.testkit.internal.http;

/** The service's own no: a status, Twilio's code, and a sentence. Ends the handling of a request. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    private Refusal(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    public static Refusal badRequest(String message) {
        return new Refusal(400, 20001, message);
    }

    public static Refusal badBody(String message) {
        return new Refusal(400, 45004, message);
    }

    public static Refusal badPageToken() {
        return new Refusal(400, 21481, "Invalid PageToken: use the URLs that the API returns");
    }

    public static Refusal unauthorized() {
        return new Refusal(401, 20003, "Authenticate");
    }

    public static Refusal forbidden(String message) {
        return new Refusal(403, 45003, message);
    }

    public static Refusal notFound(String path) {
        return new Refusal(404, 20404, "The requested resource " + path + " was not found");
    }

    public static Refusal methodNotAllowed(String method) {
        return new Refusal(405, 20004, "Method " + method + " is not allowed");
    }

    public static Refusal unsupportedMediaType(String expected) {
        return new Refusal(415, 45004, "The content type must be " + expected);
    }

    public Answer answer() {
        return Answer.error(status, code, String.valueOf(getMessage()));
    }
}
