package io.github.flexalerts.reactive;

import io.github.flexalerts.reactive.codec.JsonCodec;

/**
 * What the calls of all resources share.
 *
 * @param pipeline makes them
 * @param codec reads and writes their bodies
 * @param limits how much of an answer is read
 * @param paging how far a listing goes
 */
record Service(CallPipeline pipeline, JsonCodec codec, Limits limits, Pager.Paging paging) {

    /** Returns this service with its calls in another lane. */
    Service in(Lane lane) {
        return new Service(pipeline.in(lane), codec, limits, paging);
    }
}
