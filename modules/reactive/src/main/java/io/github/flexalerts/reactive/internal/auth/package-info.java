/** Credentials on the wire: Basic, and OAuth tokens that all clients of an account share. */
@NullMarked
package io.github.flexalerts.reactive.internal.auth;

import org.jspecify.annotations.NullMarked;
