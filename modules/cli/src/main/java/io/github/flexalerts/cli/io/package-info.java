/** What every command uses: the console, the window, errors and exit codes, and reading a stream to its end. */
@NullMarked
package io.github.flexalerts.cli.io;

import org.jspecify.annotations.NullMarked;
