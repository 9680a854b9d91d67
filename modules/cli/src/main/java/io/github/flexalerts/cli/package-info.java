@NullMarked
package io.github.flexalerts.cli;

import org.jspecify.annotations.NullMarked;
