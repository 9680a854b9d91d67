/**
 * Where a rule's notifications go: the {@link io.github.flexalerts.core.notification.Destinations} that the caller decides,
 * and the {@link io.github.flexalerts.core.notification.NotificationConfiguration} that the service makes of them. Users,
 * URLs and addresses never appear in a {@code toString} or a message.
 */
@NullMarked
package io.github.flexalerts.core.notification;

import org.jspecify.annotations.NullMarked;
