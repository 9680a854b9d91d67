/** The resources: rules, notification configurations, users, task queues and task channels, all made of {@code Resource}. */
@NullMarked
package io.github.flexalerts.reactive.internal.resource;

import org.jspecify.annotations.NullMarked;
