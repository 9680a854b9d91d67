@NullMarked
package io.github.flexalerts.testkit;

import org.jspecify.annotations.NullMarked;
