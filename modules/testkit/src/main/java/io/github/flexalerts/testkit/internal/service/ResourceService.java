package io.github.flexalerts.testkit.internal.service;

import io.github.flexalerts.testkit.internal.http.Answer;
import io.github.flexalerts.testkit.internal.http.Exchange;
import io.github.flexalerts.testkit.internal.http.Operation;
import io.github.flexalerts.testkit.internal.http.Refusal;

/** One resource of the service. */
@FunctionalInterface
interface ResourceService {

    /** Answers a request whose caller and owner are known, or throws a {@link Refusal}. */
    Answer answer(Exchange exchange, Operation operation);
}
