package io.github.flexalerts.reactive;

import io.github.flexalerts.core.rule.Rule;

/**
 * What became of a {@link RuleOperations#createIfAbsent}.
 *
 * @param rule the rule
 * @param created false if it stood before
 */
public record Creation(Rule rule, boolean created) {}
