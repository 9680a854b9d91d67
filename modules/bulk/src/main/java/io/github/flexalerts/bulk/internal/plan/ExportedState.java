package io.github.flexalerts.bulk.internal.plan;

import io.github.flexalerts.bulk.DesiredState;
import io.github.flexalerts.bulk.ExportFile;
import io.github.flexalerts.bulk.Reference;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.rule.RuleSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The state in an export. */
public record ExportedState(ExportFile file) implements DesiredState {
    @Override
    public @Nullable String instanceSid() {
        return file.instanceSid();
    }

    @Override
    public String source() {
        return file.sha256();
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public RuleQuery filter() {
        return file.filter();
    }

    @Override
    public int size() {
        return file.size();
    }

    @Override
    public RuleSpec rule(int index) {
        return file.rule(index).spec();
    }

    @Override
    public Map<String, Destinations> configurations() {
        return file.configurations();
    }

    @Override
    public List<Reference> references() {
        return file.references();
    }
}
