package io.github.flexalerts.reactive;

/** In which lane calls wait for admission. Within a lane they are served in the order they came. */
public enum Lane {
    /** For calls whose result a user waits for; admitted first. */
    INTERACTIVE,
    /** For mass work; takes what the interactive lane leaves, and never the last place unless there is only one. */
    BULK
}
