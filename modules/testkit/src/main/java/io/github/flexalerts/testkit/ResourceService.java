package io.github.flexalerts.testkit;

/** One resource of the service. */
@FunctionalInterface
interface ResourceService {

    /** Answers a request whose caller and owner are known, or throws a {@link Refusal}. */
    Answer answer(Exchange exchange, Operation operation);
}
