/** The fake service: its resources, credentials and settings. */
@NullMarked
package io.github.flexalerts.testkit.internal.service;

import org.jspecify.annotations.NullMarked;
