package io.github.flexalerts.reactive.internal.resource;

import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.reactive.ClientInstrumentation.Resolution;
import io.github.flexalerts.reactive.Lane;
import io.github.flexalerts.reactive.codec.JsonCodec;
import io.github.flexalerts.reactive.internal.call.CallPipeline;
import io.github.flexalerts.reactive.internal.option.Limits;
import io.github.flexalerts.reactive.internal.paging.Pager;
import reactor.core.publisher.Mono;

/**
 * What the calls of all resources share.
 *
 * @param pipeline makes them
 * @param codec reads and writes their bodies
 * @param limits how much of an answer is read
 * @param paging how far a listing goes
 */
public record Service(CallPipeline pipeline, JsonCodec codec, Limits limits, Pager.Paging paging) {

    /** Returns this service with its calls in another lane. */
    public Service in(Lane lane) {
        return new Service(pipeline.in(lane), codec, limits, paging);
    }

    /** Tells what became of a create whose answer was lost. */
    public void tell(Resolution resolution) {
        pipeline.instrumentation().ambiguous(resolution);
    }

    /** A create whose result is not checked if the answer is lost. */
    <T> Mono<T> unsettled(Mono<T> created) {
        return created.doOnError(AmbiguousOutcomeException.class, lost -> tell(Resolution.UNRESOLVED));
    }
}
