package io.github.flexalerts.reactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.flexalerts.core.error.FilterIgnoredException;
import io.github.flexalerts.core.error.PagingException;
import io.github.flexalerts.core.page.Page;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.core.query.RuleQueryBuilder;
import io.github.flexalerts.core.rule.MetricId;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A service that ignores filters, over real HTTP. */
class FilterCheckTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int PAGE = 10;

    private static final RuleQuery ACTIVE = query().active(true).build();

    private final FakeFlex flex = FakeFlex.builder().rules(95).start();
    private final FlexAlertsClient client = client(0);
    private final RuleOperations rules = client.rules();

    @AfterEach
    void close() {
        client.close();
        flex.close();
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                Arguments.of("Active", filter(query -> query.active(true))),
                Arguments.of("Active", filter(query -> query.active(false))),
                Arguments.of("MetricId", filter(query -> query.metricIds(MetricId.SLA_TODAY, MetricId.LONGEST_NOW))),
                Arguments.of("TaskQueueSids", filter(query -> query.taskQueueSids(queue(1), queue(2)))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("filters")
    void failsAtTheFirstRuleThatDoesNotMatch(String name, UnaryOperator<RuleQueryBuilder> filter) {
        RuleQuery query = filter.apply(query()).build();
        List<String> everything = sids(rules.list());
        List<String> matching = sids(rules.list(query));
        assertThat(matching).isNotEmpty().hasSizeLessThan(everything.size());
        int expected = 0;
        while (matching.contains(everything.get(expected))) {
            expected++;
        }
        String culprit = everything.get(expected);

        ignoreFilters();
        List<String> delivered = new ArrayList<>();
        FilterIgnoredException ignored = catchThrowableOfType(
                FilterIgnoredException.class,
                () -> rules.list(query)
                        .doOnNext(rule -> delivered.add(rule.sid()))
                        .blockLast(LIMIT));

        assertThat(delivered).isEqualTo(everything.subList(0, expected));
        assertThat(ignored.filters()).containsExactly(name);
        assertThat(ignored.ruleSid()).isEqualTo(culprit);
        assertThat(ignored.delivered()).isEqualTo(expected);
        assertThat(ignored.operation()).isEqualTo("rules.list");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("filters")
    void listsWhatMatchesFromAServiceThatFilters(String name, UnaryOperator<RuleQueryBuilder> filter) {
        RuleQuery query = filter.apply(query()).build();
        List<String> matching =
                rules.list().filter(query::matches).map(Rule::sid).collectList().block(LIMIT);

        assertThat(sids(rules.list(query))).isEqualTo(matching);
        assertThat(sids(rules.pages(query).flatMapIterable(Page::items))).isEqualTo(matching);
    }

    @Test
    void deliversThePagesBeforeThatMatchAsAWhole() {
        addActive(25, 1, 4);
        ignoreFilters();

        List<Integer> sizes = new ArrayList<>();
        FilterIgnoredException ignored = catchThrowableOfType(
                FilterIgnoredException.class,
                () -> rules.pages(ACTIVE)
                        .doOnNext(page -> sizes.add(page.items().size()))
                        .blockLast(LIMIT));

        assertThat(sizes).containsExactly(PAGE, PAGE);
        assertThat(ignored.filters()).containsExactly("Active");
        assertThat(ignored.delivered()).isEqualTo(25);
    }

    @ParameterizedTest(name = "look-ahead {0}")
    @ValueSource(ints = {0, 1, 3})
    void deletesNothingThatDoesNotMatch(int lookAhead) throws Exception {
        addActive(25, 1, 30);
        List<String> wanted = flex.sids().subList(0, 25);
        List<String> others = flex.sids().subList(25, 56);
        ignoreFilters();

        try (FlexAlertsClient other = client(lookAhead)) {
            Flux<Void> deletion =
                    other.rules().list(ACTIVE).concatMap(rule -> other.rules().delete(rule.sid()));
            StepVerifier.create(deletion)
                    .expectError(FilterIgnoredException.class)
                    .verify(LIMIT);
        }

        assertThat(flex.sids()).containsAll(others).doesNotContainAnyElementsOf(wanted);
        flex.awaitIdle(LIMIT);
    }

    @Test
    void listsEverythingUncheckedIfTheCallerTurnsTheCheckOff() {
        addActive(25, 1, 4);
        ignoreFilters();
        RuleQuery unchecked = query().active(true).checkFilters(false).build();

        assertThat(sids(rules.list(unchecked))).isEqualTo(flex.sids());
        assertThat(sids(rules.list(unchecked).filter(unchecked::matches))).hasSize(29);
        assertThat(sids(rules.pages(unchecked).flatMapIterable(Page::items))).isEqualTo(flex.sids());
    }

    @Test
    void toleratesRulesThatCannotBeJudged() {
        flex.clear();
        flex.inject(Fault.parse("null-members"), Fault.parse("ignored-filters"));
        addActive(3, 3, 0);

        assertThat(rules.list(query().active(true).taskQueueSids("WQ1").build())
                        .count()
                        .block(Duration.ofSeconds(5)))
                .isEqualTo(6);
    }

    @Test
    void checksLaterPagesAlthoughTheLinksOmitTheFilters() {
        addActive(25, 1, 4);
        ignoreFilters();
        String cursor = interrupted(ACTIVE, 2);
        assertThat(cursor.substring(0, cursor.indexOf('#'))).doesNotContain("Active");

        StepVerifier.create(rules.resumeFrom(cursor))
                .expectNextCount(15)
                .verifyErrorSatisfies(FilterCheckTest::isIgnored);
        StepVerifier.create(rules.resumePagesFrom(cursor))
                .expectNextCount(1)
                .verifyErrorSatisfies(FilterCheckTest::isIgnored);
        assertThat(interrupted(rules.resumeFrom(cursor), 2)).endsWith(";Active=true");
    }

    @Test
    void leavesTheCheckOffWhenAListingIsResumed() {
        addActive(25, 1, 4);
        ignoreFilters();

        String cursor = interrupted(query().active(true).checkFilters(false).build(), 2);

        assertThat(sids(rules.resumeFrom(cursor)))
                .isEqualTo(flex.sids().subList(10, flex.sids().size()));
    }

    @Test
    void checksTheFiltersThatALinkNames() {
        addActive(25, 1, 4);
        Page<Rule> first = rules.pages(ACTIVE).blockFirst(LIMIT);
        String link = Objects.requireNonNull(first).meta().nextPageUrl();
        assertThat(sids(rules.resumeFrom(link))).hasSize(19);

        ignoreFilters();
        StepVerifier.create(rules.resumeFrom(link))
                .expectNextCount(15)
                .verifyErrorSatisfies(FilterCheckTest::isIgnored);
    }

    @Test
    void reportsTheEndOfTheListingToItsInstrumentation() {
        addActive(0, 1, 0);
        ignoreFilters();
        RecordingInstrumentation told = new RecordingInstrumentation();
        try (FlexAlertsClient observed = builder(0).instrumentation(told).build()) {
            StepVerifier.create(observed.rules().list(ACTIVE)).verifyErrorSatisfies(FilterCheckTest::isIgnored);
        }

        assertThat(told.events).anyMatch(event -> event.contains("FilterIgnoredException"));
    }

    @Test
    void createsNoDuplicateAlthoughTheLookupFilterIsIgnored() {
        flex.clear();
        flex.add(RuleOperationsTest.spec("x").toBuilder()
                .metricId(MetricId.LONGEST_NOW)
                .build());
        ignoreFilters();

        Mono<Creation> create = rules.createIfAbsent(RuleOperationsTest.spec("x"));

        assertThat(create.block(LIMIT).created()).isTrue();
        assertThat(create.block(LIMIT).created()).isFalse();
        assertThat(flex.sids()).hasSize(2);
    }

    private static void isIgnored(Throwable error) {
        assertThat(error).isInstanceOf(FilterIgnoredException.class);
    }

    /** Lists until a page cannot be had, and returns the cursor of the error. */
    private String interrupted(RuleQuery query, int page) {
        return interrupted(rules.list(query), page);
    }

    private String interrupted(Flux<Rule> listing, int page) {
        List<Fault> before = flex.faults();
        flex.inject(Fault.parse("status@" + page + "-=400"));
        PagingException error = catchThrowableOfType(PagingException.class, () -> listing.blockLast(LIMIT));
        flex.clearFaults();
        flex.inject(before.toArray(Fault[]::new));
        return Objects.requireNonNull(error.cursor());
    }

    private void ignoreFilters() {
        flex.inject(Fault.parse("ignored-filters"));
    }

    /** So many active rules, then inactive ones, then active ones again. */
    private void addActive(int active, int inactive, int more) {
        flex.clear();
        add(active, true);
        add(inactive, false);
        add(more, true);
    }

    private void add(int count, boolean active) {
        RuleSpec spec = RuleOperationsTest.spec("x").toBuilder().active(active).build();
        for (int i = 0; i < count; i++) {
            flex.add(spec);
        }
    }

    private FlexAlertsClient client(int lookAhead) {
        return builder(lookAhead).build();
    }

    private FlexAlertsClientBuilder builder(int lookAhead) {
        return FlexAlertsClient.builder()
                .credentials(Credentials.authToken(flex.accountSid(), flex.authToken()))
                .instanceSid(flex.instanceSid())
                .baseUrl(URI.create(flex.baseUrl()))
                .lookAhead(lookAhead);
    }

    private static List<String> sids(Flux<Rule> listing) {
        return listing.map(Rule::sid).collectList().block(LIMIT);
    }

    private static String queue(int number) {
        return String.format("WQ%032x", number);
    }

    private static RuleQueryBuilder query() {
        return RuleQuery.builder().pageSize(PAGE);
    }

    private static UnaryOperator<RuleQueryBuilder> filter(UnaryOperator<RuleQueryBuilder> filter) {
        return filter;
    }
}
