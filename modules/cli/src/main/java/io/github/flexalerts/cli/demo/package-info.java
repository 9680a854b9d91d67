/** The demonstration and the sandbox, both on the fake service. */
@NullMarked
package io.github.flexalerts.cli.demo;

import org.jspecify.annotations.NullMarked;
