@NullMarked
package io.github.flexalerts.core;

import org.jspecify.annotations.NullMarked;
