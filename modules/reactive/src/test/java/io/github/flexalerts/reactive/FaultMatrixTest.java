package io.github.flexalerts.reactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.ApiException;
import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.error.OrphanedConfigurationException;
import io.github.flexalerts.core.error.PagingException;
import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.reactive.MatrixColumn.Scene;
import io.github.flexalerts.reactive.MatrixColumn.State;
import io.github.flexalerts.reactive.MatrixTable.Row;
import io.github.flexalerts.reactive.transport.NettyTransport;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.Fault;
import io.github.flexalerts.testkit.FaultDescription;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.resources.LoopResources;

/**
 * Every operation against every fault of the catalogue, over real HTTP. What is to come of it stands in
 * {@code fault-matrix/*.txt}; what came of it stands in {@code docs/fault-matrix.md}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultMatrixTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration PATIENT = Duration.ofSeconds(5);
    private static final Duration HASTY = Duration.ofMillis(400);
    private static final List<String> SLOW = List.of("hang", "stall", "delay=2s", "drip=1,100ms");
    private static final Path DOCS = Path.of("..", "..", "docs", "fault-matrix.md");

    private static final Pattern COUNT = Pattern.compile("#([0-9]+)");
    private static final int WORKERS = 6;

    private final List<Row> rows = MatrixTable.rows();
    private final Map<Row, Map<MatrixColumn, Mono<String>>> outcomes = new LinkedHashMap<>();
    private final BlockingQueue<FakeFlex> services = new ArrayBlockingQueue<>(WORKERS);
    private LoopResources loops;

    /** All cells at once, since some of them only wait; each has a service of its own for its time. */
    @BeforeAll
    void run() {
        loops = LoopResources.create("matrix", 2, true);
        Stream.generate(() -> FakeFlex.builder()
                        .rules(5)
                        .users(3)
                        .taskQueues(3)
                        .strictValues(false)
                        .start())
                .limit(WORKERS)
                .forEach(services::add);
        List<Mono<String>> cells = new ArrayList<>();
        for (Row row : rows) {
            for (MatrixColumn operation : MatrixColumn.all()) {
                Mono<String> cell = Mono.fromCallable(() -> cell(row, operation))
                        .subscribeOn(Schedulers.boundedElastic())
                        .cache();
                outcomes.computeIfAbsent(row, r -> new LinkedHashMap<>()).put(operation, cell);
                cells.add(cell.onErrorComplete());
            }
        }
        Flux.fromIterable(cells).flatMap(cell -> cell, WORKERS, 1).blockLast(Duration.ofMinutes(4));
    }

    @AfterAll
    void stop() {
        services.forEach(FakeFlex::close);
        loops.dispose();
    }

    @Test
    void coversTheCatalogue() {
        assertThat(rows.stream().map(row -> Fault.parse(row.fault()).name()).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Fault.catalogue().stream().map(FaultDescription::name).toList());
    }

    @TestFactory
    Stream<DynamicNode> matrix() {
        Stream<DynamicNode> cells = rows.stream()
                .map(row -> dynamicContainer(
                        row.fault() + " " + row.when(),
                        MatrixColumn.all().stream()
                                .map(operation -> dynamicTest(
                                        operation.label(),
                                        () -> assertThat(outcome(row, operation))
                                                .isEqualTo(row.cells().get(operation))))));
        return Stream.concat(cells, Stream.of(dynamicTest("docs/fault-matrix.md", this::documented)));
    }

    /** A create that goes out on a connection which is just closing is ambiguous, and rightly; else it is as in the table. */
    private String outcome(Row row, MatrixColumn operation) {
        String outcome = outcomes.get(row).get(operation).block();
        boolean closing = row.fault().equals("close-after-answer")
                && outcome.contains("Ambiguous(TransportException(CONNECTION))");
        return closing ? row.cells().get(operation) : outcome;
    }

    private String cell(Row row, MatrixColumn operation) throws InterruptedException {
        FakeFlex flex = services.take();
        flex.reset();
        try (NettyTransport transport = transport(row)) {
            FlexAlertsClient client = client(flex, transport, row);
            // so that there is a connection to be kept alive
            String ttid = String.valueOf(MatrixResource.prepare(client).ttid());
            Settled.await(transport, client);
            Scene scene = new Scene(client, flex, flex.sids().get(3), flex.sids(), ttid);
            operation.prepare(scene);
            flex.clearRequests();
            flex.inject(fault(row, operation));
            String outcome = outcome(operation, scene);
            Settled.await(transport, client);
            return outcome;
        } finally {
            flex.awaitNoConnections(LIMIT);
            services.add(flex);
        }
    }

    private static String outcome(MatrixColumn operation, Scene scene) {
        FakeFlex flex = scene.flex();
        State before = State.of(flex);
        List<Object> returned = new ArrayList<>();
        List<Throwable> errors = new ArrayList<>();
        Flux.from(operation.call(scene))
                .doOnNext(returned::add)
                .onErrorResume(error -> {
                    errors.add(error);
                    return Flux.empty();
                })
                .blockLast(LIMIT);
        boolean done = operation.done(scene, before);
        long requests = flex.requestCount();
        if (errors.isEmpty()) {
            assertThat(done).as("done").isTrue();
            return operation.value(returned, scene) + "/" + requests;
        }
        Throwable error = errors.get(0);
        assertNoPersonalData(error, flex.authToken());
        assertReportsTheAttempts(error, operation, requests);
        assertDeliveredBefore(error, operation, returned, scene);
        return name(error) + "/" + requests + (done && operation.writes() ? "!" : "");
    }

    private static void assertNoPersonalData(Throwable error, String secret) {
        for (Throwable each = error; each != null; each = each.getCause()) {
            assertThat(each.toString())
                    .doesNotContain(secret, MatrixOperation.NAME, "team 0", "Injected", "cannot be shown")
                    .doesNotContain("@example.com")
                    .doesNotContain("oops", "xxxx", "Catastrophic");
        }
    }

    private static void assertReportsTheAttempts(Throwable error, MatrixColumn operation, long requests) {
        if (operation.oneCall()) {
            assertThat(((FlexAlertsException) error).attempts()).hasSize((int) requests);
            assertThat(error).hasMessageContaining("after " + requests + (requests == 1 ? " attempt" : " attempts"));
        }
    }

    private static void assertDeliveredBefore(Throwable error, MatrixColumn operation, List<?> returned, Scene scene) {
        if (!operation.lists()) {
            assertThat(returned).isEmpty();
            return;
        }
        operation.assertFirstItems(returned, scene);
        if (!(error instanceof PagingException paging)) {
            assertThat(returned).isEmpty();
        } else if (paging.reason() != PagingException.Reason.LIMIT && operation instanceof MatrixOperation) {
            int delivered = 2 * paging.pages() + deliveredOfItsPage(paging);
            assertThat(returned).hasSize(Math.min(delivered, scene.sids().size()));
        }
    }

    /** The cursor of a listing that broke within a page says how many rules of that page were delivered. */
    private static int deliveredOfItsPage(PagingException error) {
        Matcher count = COUNT.matcher(String.valueOf(error.cursor()));
        return count.find() ? Integer.parseInt(count.group(1)) : 0;
    }

    private static String name(Throwable error) {
        if (error instanceof PagingException paging && paging.reason() == PagingException.Reason.INTERRUPTED) {
            return name(paging.getCause());
        }
        if (error instanceof AmbiguousOutcomeException) {
            return "Ambiguous(" + name(error.getCause()) + ")";
        }
        if (error instanceof OrphanedConfigurationException) {
            return "Orphaned(" + name(error.getCause()) + ")";
        }
        String detail = "";
        if (error instanceof ApiException answer) {
            detail = "(" + answer.status() + ")";
        } else if (error instanceof TransportException lost) {
            assertThat(lost.requestSent()).isTrue();
            detail = "(" + lost.reason() + ")";
        } else if (error instanceof PagingException paging) {
            detail = "(" + paging.reason() + ")";
        }
        return error.getClass().getSimpleName() + detail;
    }

    private static Fault fault(Row row, MatrixColumn operation) {
        Fault fault = Fault.parse(row.fault());
        Fault limited = operation.befallen() == null ? fault : fault.on(operation.befallen());
        return row.always() ? limited : limited.onRequest(1);
    }

    private NettyTransport transport(Row row) {
        return NettyTransport.builder()
                .responseTimeout(timeout(row))
                .httpClient(http -> http.runOn(loops))
                .build();
    }

    private static FlexAlertsClient client(FakeFlex flex, NettyTransport transport, Row row) {
        Duration tiny = Duration.ofMillis(1);
        return FlexAlertsClient.builder()
                .baseUrl(URI.create(flex.baseUrl()))
                .credentials(Credentials.authToken(flex.accountSid(), flex.authToken()))
                .instanceSid(flex.instanceSid())
                .transport(transport)
                .retry(new RetryPolicy(3, tiny, tiny, Duration.ofMillis(5), Duration.ofMinutes(1)))
                .attemptTimeout(timeout(row))
                .operationTimeout(PATIENT)
                .maxPages(10)
                .lookAhead(0) // so that the requests can be counted
                .build();
    }

    private static Duration timeout(Row row) {
        return SLOW.contains(row.fault()) ? HASTY : PATIENT;
    }

    private void documented() throws IOException {
        String table = MatrixReport.of(rows, this::outcome);
        System.out.println(table);
        if (Boolean.getBoolean("matrix.write")) {
            Files.writeString(DOCS, table);
        }
        assertThat(Files.exists(DOCS) ? Files.readString(DOCS) : "")
                .as("docs/fault-matrix.md is not what came of it; write it anew with -Dmatrix.write=true")
                .isEqualTo(table);
    }
}
