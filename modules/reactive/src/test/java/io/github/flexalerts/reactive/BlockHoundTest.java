package io.github.flexalerts.reactive;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** Proves that the whole suite of this module runs under BlockHound, so that nothing in it blocks unseen. */
class BlockHoundTest {

    @Test
    void refusesAThreadOfReactorThatBlocks() {
        Mono.fromCallable(BlockHoundTest::slept)
                .subscribeOn(Schedulers.parallel())
                .as(StepVerifier::create)
                .expectError(BlockingOperationError.class)
                .verify(Duration.ofSeconds(5));
    }

    private static String slept() throws InterruptedException {
        Thread.sleep(1); // the one sleep of the suite; it never gets that far
        return "slept";
    }
}
