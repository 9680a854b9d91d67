@NullMarked
package io.github.flexalerts.reactive;

import org.jspecify.annotations.NullMarked;
