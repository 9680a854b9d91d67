/** The forms that data is written in: table, JSON, NDJSON, YAML and CSV. */
@NullMarked
package io.github.flexalerts.cli.output;

import org.jspecify.annotations.NullMarked;
