package io.github.flexalerts.cli;

import io.github.flexalerts.core.rule.Rule;

/** Writes rules to stdout, each as it comes. Nothing but an end makes the output whole, so that a torn one shows. */
interface RuleWriter {

    /** Writes a rule. */
    void write(Rule rule);

    /** Writes what stands after the last rule. */
    default void end() {}
}
