@NullMarked
package io.github.flexalerts.metrics;

import org.jspecify.annotations.NullMarked;
