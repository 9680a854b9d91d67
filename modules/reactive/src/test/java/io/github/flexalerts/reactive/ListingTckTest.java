package io.github.flexalerts.reactive;

import io.github.flexalerts.core.rule.Rule;
import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;
import org.reactivestreams.tck.TestEnvironment;
import org.testng.annotations.Factory;

/** The Reactive Streams TCK on a listing, with and without look-ahead. */
public class ListingTckTest extends PublisherVerification<Rule> {
    private static final int PAGE_SIZE = 3;

    private final int lookAhead;

    public ListingTckTest(int lookAhead) {
        super(new TestEnvironment(100));
        this.lookAhead = lookAhead;
    }

    @Factory
    public static Object[] lookAheads() {
        return new Object[] {new ListingTckTest(0), new ListingTckTest(1)};
    }

    @Override
    public Publisher<Rule> createPublisher(long elements) {
        return PagedTransport.client(new PagedTransport(elements, PAGE_SIZE))
                .lookAhead(lookAhead)
                .maxPages(Integer.MAX_VALUE)
                .build()
                .rules()
                .list();
    }

    @Override
    public Publisher<Rule> createFailedPublisher() {
        return PagedTransport.client(new PagedTransport(0, PAGE_SIZE))
                .build()
                .rules()
                .resumeFrom("https://evil.example/");
    }

    @Override
    public long maxElementsFromPublisher() {
        return 1_000;
    }
}
