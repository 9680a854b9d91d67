package io.github.flexalerts.reactive;

import io.github.flexalerts.reactive.transport.Operation;
import io.github.flexalerts.reactive.transport.PoolSnapshot;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** Writes down what it is told, an event a line. */
final class RecordingInstrumentation implements ClientInstrumentation {
    final List<String> events = new CopyOnWriteArrayList<>();
    final Map<String, String> headers = new LinkedHashMap<>();
    Supplier<GovernorSnapshot> governor;
    Supplier<PoolSnapshot> pool;

    @Override
    public CallInstrumentation started(Operation operation, ContextView context) {
        events.add("started " + operation.id() + context.getOrDefault("mark", ""));
        return new Recording(operation.id());
    }

    @Override
    public void ambiguous(Resolution resolution) {
        events.add("ambiguous " + resolution);
    }

    @Override
    public Disposable attached(Supplier<GovernorSnapshot> governor, @Nullable Supplier<PoolSnapshot> pool) {
        this.governor = governor;
        this.pool = pool;
        return () -> events.add("closed");
    }

    private static String name(@Nullable Throwable error) {
        return error == null ? "" : " " + error.getClass().getSimpleName();
    }

    private final class Recording implements CallInstrumentation {
        private final String id;

        Recording(String id) {
            this.id = id;
        }

        @Override
        public Context context(Context context) {
            return context.put("mark", "<" + id);
        }

        @Override
        public AttemptInstrumentation attempt(int number, Lane lane) {
            events.add("attempt " + number + " " + lane);
            return new RecordingAttempt(number);
        }

        @Override
        public void retrying(Retry reason, Duration wait, boolean asked) {
            events.add("retrying " + reason + (asked ? " asked " + wait : ""));
        }

        @Override
        public void suppressed(Suppression cause) {
            events.add("suppressed " + cause);
        }

        @Override
        public void unknown(Unknown what, int count) {
            events.add("unknown " + what + " " + count);
        }

        @Override
        public void pageRead(int items) {
            events.add("page " + items);
        }

        @Override
        public void pages(int delivered, int discarded) {
            events.add("pages " + delivered + " " + discarded);
        }

        @Override
        public void ended(@Nullable Throwable error) {
            events.add("ended " + id + name(error));
        }

        @Override
        public void cancelled() {
            events.add("cancelled " + id);
        }
    }

    private final class RecordingAttempt implements AttemptInstrumentation {
        private final int number;

        RecordingAttempt(int number) {
            this.number = number;
        }

        @Override
        public void sending(String origin, String target) {
            events.add("sending " + number);
        }

        @Override
        public Map<String, String> headers() {
            return headers;
        }

        @Override
        public Context context(Context context) {
            return context.put("attempt", number);
        }

        @Override
        public void answered(int status, Function<String, @Nullable String> header) {
            events.add("answered " + status);
        }

        @Override
        public void ended(@Nullable Throwable error) {
            events.add("attempt ended " + number + name(error));
        }

        @Override
        public void cancelled() {
            events.add("attempt cancelled " + number);
        }
    }
}
