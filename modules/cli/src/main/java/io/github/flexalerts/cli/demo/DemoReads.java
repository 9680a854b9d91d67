package io.github.flexalerts.cli.demo;

import io.github.flexalerts.core.error.PagingException;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.testkit.ConnectionFaults;
import io.github.flexalerts.testkit.ReceivedRequest;
import io.github.flexalerts.testkit.StatusFaults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;

/** The steps that read. */
final class DemoReads {
    private static final int PAGE = 500;
    private static final RuleQuery QUERY = RuleQuery.builder().pageSize(PAGE).build();

    private DemoReads() {}

    /** Everything, from a service that is slow at times; every next-page link of it names another host. */
    static String stream(DemoStage stage) {
        stage.flex()
                .inject(
                        ConnectionFaults.delay(Duration.ofMillis(60)).everyRequest(3),
                        ConnectionFaults.drip(8 * 1024, Duration.ofMillis(1)).onRequest(5),
                        StatusFaults.status(503).onRequest(7));
        long begin = System.nanoTime();
        AtomicLong first = new AtomicLong();
        Flux<Rule> rules = stage.rules()
                .list(QUERY)
                .doOnNext(rule -> first.compareAndSet(0, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)));
        List<String> sids = sids(stage.all(rules));
        verify(stage, sids);
        int pages = (sids.size() + PAGE - 1) / PAGE;
        stage.same("the number of pages asked for", pages, distinctTargets(stage));
        return String.format(
                "%,d rules in order, the first after %d ms; slow pages and a 503 on the way", sids.size(), first.get());
    }

    /** The first ten: one small page. */
    static String take(DemoStage stage) {
        List<String> sids = sids(stage.all(stage.rules()
                .pages(RuleQuery.builder().pageSize(10).build())
                .concatMapIterable(page -> page.items(), 1)
                .take(10)));
        stage.same("the rules", stage.expected().sids().subList(0, 10), sids);
        stage.same("the number of pages asked for", 1, distinctTargets(stage));
        return "10 of them: one page, none ahead of the demand";
    }

    /** Everything again, over a connection that breaks within a rule. */
    static String resume(DemoStage stage) {
        stage.flex().inject(ConnectionFaults.resetInRule(100).onRequests(6, 9));
        List<Rule> rules = new ArrayList<>();
        AtomicInteger resumed = new AtomicInteger();
        Flux<Rule> whole = stage.rules().list(QUERY).onErrorResume(PagingException.class, error -> {
            resumed.incrementAndGet();
            String cursor = error.cursor();
            return cursor == null ? Flux.error(error) : stage.rules().resumeFrom(cursor);
        });
        rules.addAll(stage.all(whole));
        verify(stage, sids(rules));
        return "the connection broke within a rule of page 6, again and again; "
                + (resumed.get() == 0 ? "it was repaired" : "resumed from there")
                + ", and no rule is missing or came twice";
    }

    private static void verify(DemoStage stage, List<String> sids) {
        stage.same("the number of rules", stage.expected().sids().size(), sids.size());
        stage.same(
                "whether the rules are in order, each once",
                true,
                stage.expected().sids().equals(sids));
    }

    private static List<String> sids(List<Rule> rules) {
        return rules.stream().map(rule -> String.valueOf(rule.sid())).toList();
    }

    private static int distinctTargets(DemoStage stage) {
        return (int) stage.flex().requests().stream()
                .map(ReceivedRequest::target)
                .distinct()
                .count();
    }
}
