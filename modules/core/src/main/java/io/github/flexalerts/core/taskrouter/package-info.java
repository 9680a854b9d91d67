/** What a rule watches: the queues and channels of TaskRouter. */
@NullMarked
package io.github.flexalerts.core.taskrouter;

import org.jspecify.annotations.NullMarked;
