package io.github.flexalerts.reactive;

import io.github.flexalerts.core.alert.Alert;

/**
 * What became of an {@link AlertOperations#create}.
 *
 * @param alert the alert
 * @param created false if its rule stood before
 */
public record AlertCreation(Alert alert, boolean created) {}
