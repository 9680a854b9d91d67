package io.github.flexalerts.cli.bulk;

import io.github.flexalerts.bulk.RolloutTarget;
import io.github.flexalerts.cli.settings.Settings;
import io.github.flexalerts.reactive.ClientInstrumentation;
import io.github.flexalerts.reactive.Credentials;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the clients of a fleet. Targets of one account share its credentials, and so its governor. */
final class FleetClients {
    private final Map<String, String> env;
    private final ClientInstrumentation instrumentation;
    private final Path journals;
    private final Map<List<String>, Credentials> accounts = new HashMap<>();

    FleetClients(Map<String, String> env, ClientInstrumentation instrumentation, Path journals) {
        this.env = env;
        this.instrumentation = instrumentation;
        this.journals = journals;
    }

    /** Returns a target. Its secrets are read now, so that one that is missing is reported before anything is written. */
    RolloutTarget target(FleetTarget target) {
        Map<String, String> own = target.connection().env(env);
        Settings read = Settings.of(env, target.connection());
        Credentials shared =
                accounts.computeIfAbsent(target.connection().identity(own), identity -> read.credentials());
        Settings settings = read.withCredentials(shared);
        return new RolloutTarget(
                target.name(),
                target.group(),
                () -> settings.client(1, instrumentation),
                MappingFile.read(target.mapping()),
                settings.places().workspaceSid(),
                journals.resolve(target.name() + ".journal"));
    }
}
