/** Rules of files and stdin in JSON, NDJSON, YAML and CSV, checked before anything is sent. */
@NullMarked
package io.github.flexalerts.cli.input;

import org.jspecify.annotations.NullMarked;
