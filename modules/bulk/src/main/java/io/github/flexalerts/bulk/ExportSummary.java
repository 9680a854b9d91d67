package io.github.flexalerts.bulk;

import java.util.List;

/**
 * What an export wrote.
 *
 * @param rules the number of rules
 * @param configurations the number of notification configurations
 * @param references the number of queues, channels and users
 * @param warnings names that could not be read and configurations that do not exist, in sentences without personal data. Without a
 *     name, the file can be applied to the same instance, or with a mapping file
 */
public record ExportSummary(int rules, int configurations, int references, List<String> warnings) {

    /** Copies the list. */
    public ExportSummary {
        warnings = List.copyOf(warnings);
    }
}
