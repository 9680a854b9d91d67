package io.github.flexalerts.reactive.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.error.ApiException;
import io.github.flexalerts.core.error.ApiProblem;
import io.github.flexalerts.core.error.FieldError;
import io.github.flexalerts.reactive.PagedTransport;
import io.github.flexalerts.reactive.codec.JsonCodec;
import io.github.flexalerts.reactive.transport.ApiRequest;
import io.github.flexalerts.reactive.transport.ApiResponse;
import io.github.flexalerts.reactive.transport.Transport;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class ErrorMapperTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final ErrorMapper mapper = new ErrorMapper(JsonCodec.standard(), () -> NOW);

    @Test
    void readsTwiliosClassicError() {
        assertThat(
                        problem(
                                "{'code':20404,'message':'not found','more_info':'https://www.twilio.com/docs/errors/20404','status':404}"))
                .isEqualTo(new ApiProblem(
                        404,
                        20404,
                        "not found",
                        "https://www.twilio.com/docs/errors/20404",
                        null,
                        null,
                        null,
                        List.of()));
    }

    @Test
    void readsAProblemOfRfc9457() {
        assertThat(
                        problem(
                                "{'type':'https://www.twilio.com/docs/errors/20001','title':'t','detail':'d','code':20001,'status':404}"))
                .isEqualTo(new ApiProblem(
                        404, 20001, "d", "https://www.twilio.com/docs/errors/20001", null, null, null, List.of()));
    }

    @Test
    void readsTheFirstOfAListOfErrors() {
        assertThat(problem("{'errors':[{'code':1,'message':'first'},{'code':2,'message':'second'}]}"))
                .isEqualTo(new ApiProblem(
                        404,
                        1,
                        "first",
                        null,
                        null,
                        null,
                        null,
                        List.of(new FieldError(null, "first", "1"), new FieldError(null, "second", "2"))));
    }

    @Test
    void prefersMembersOutsideTheList() {
        assertThat(problem("{'code':7,'message':'m','detail':'d','errors':[{'code':1,'message':'first'}]}"))
                .isEqualTo(new ApiProblem(
                        404, 7, "m", null, null, null, null, List.of(new FieldError(null, "first", "1"))));
        assertThat(problem("{'detail':'d','errors':[{'message':'first'}]}").message())
                .isEqualTo("d");
    }

    @Test
    void prefersTheDetailToTheTitle() {
        assertThat(problem("{'title':'t'}").message()).isEqualTo("t");
        assertThat(problem("{'title':'t','errors':[{'message':'first'}]}").message())
                .isEqualTo("first");
        assertThat(problem("{'error':'invalid_client','error_description':'no such client'}")
                        .message())
                .isEqualTo("no such client");
        assertThat(problem("{'message':' ','error':'invalid_client'}").message())
                .isEqualTo("invalid_client");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'errors':[{'detail':'must be positive','pointer':'#/a/0/b'}]} | #/a/0/b | must be positive | ",
                "{'errors':[{'message':'too long','code':21,'field':'a'}]}      | a       | too long         | 21",
                "{'errors':[{'code':'required','pointer':'/a'}]}                 | /a      |                  | required",
                "{'errors':['text']}                                            |         | text             | ",
                "{'details':{'a':'must be positive'}}                           | a       | must be positive | ",
                "{'details':{'a':['must be positive']}}                         | a       | must be positive | ",
                "{'details':{'a':{'b':'must be positive'}}}                     | a/b     | must be positive | ",
                "{'details':{'a':{'message':'must be positive','code':7}}}      | a       | must be positive | 7",
                "{'details':{'limit':100}}                                      | limit   | 100              | ",
                "{'details':[{'path':'a','reason':'unknown'}]}                  | a       | unknown          | ",
                "{'params':[{'name':'a','description':'unknown'}]}              | a       | unknown          | ",
                "{'params':['a is missing']}                                    |         | a is missing     | ",
            })
    void readsRefusedFieldsInEveryKnownForm(String body, String pointer, String detail, String code) {
        assertThat(problem(body).errors()).containsExactly(new FieldError(pointer, detail, code));
    }

    @Test
    void boundsWhatIsKeptOfTheServicesWords() {
        String words = "x".repeat(3000);
        String many = Collections.nCopies(200, "{'detail':'" + words + "','pointer':'" + words + "'}").stream()
                .collect(Collectors.joining(",", "{'message':'" + words + "','errors':[", "]}"));
        ApiProblem problem = problem(many);
        assertThat(problem.message()).hasSize(2000);
        assertThat(problem.errors()).hasSize(100).allSatisfy(error -> {
            assertThat(error.detail()).hasSize(500);
            assertThat(error.pointer()).hasSize(500);
            assertThat(error.toString()).doesNotContain("x");
        });
        assertThat(problem("{'details':" + "[".repeat(900) + "'deep'" + "]".repeat(900) + "}")
                        .errors())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body>Bad Gateway</body></html>",
                "null",
                "[]",
                "'text'",
                "{'code':",
                "{'code':'20404','message':7,'more_info':[],'type':{}}",
                "{'code':9223372036854775807}",
                "{'code':1.5}",
                "{'errors':[]}",
                "{'errors':{}}",
                "{'errors':[null]}",
            })
    void keepsTheStatusOfAnEmptyErrorBody(String body) {
        assertThat(problem(body)).isEqualTo(new ApiProblem(404, null, null, null, null, null, null, List.of()));
    }

    @Test
    void readsTheHeadersInAnyCase() {
        ApiProblem problem = mapper.problem(
                response(
                        503,
                        Map.of(
                                "TWILIO-REQUEST-ID", List.of("RQ0a-1"),
                                "retry-after", List.of("Thu, 01 Jan 2026 00:00:30 GMT"),
                                "LOCATION", List.of("/elsewhere"))),
                new byte[0]);
        assertThat(problem)
                .isEqualTo(new ApiProblem(
                        503, null, null, null, "RQ0a-1", Duration.ofSeconds(30), "/elsewhere", List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "RQ 1", "RQ1;", "<b>", "RQ1\u001b[31m", "é", "RQ_1"})
    void takesNoIdThatDoesNotLookLikeOne(String id) {
        assertThat(RequestId.of(response(404, Map.of("Twilio-Request-Id", List.of(id)))))
                .isNull();
    }

    @Test
    void takesNoIdThatIsTooLong() {
        assertThat(id(64)).hasSize(64);
        assertThat(id(65)).isNull();
        assertThat(RequestId.of(response(404, Map.of()))).isNull();
        assertThat(RequestId.of(response(404, Map.of("Twilio-Request-Id", List.of()))))
                .isNull();
    }

    @Test
    void readsOnlySoMuchOfABodyThatNeverEnds() {
        AtomicInteger kilobytes = new AtomicInteger();
        Flux<ByteBuffer> endless = Flux.generate(() -> 0, (i, sink) -> {
            kilobytes.incrementAndGet();
            sink.next(ByteBuffer.wrap(new byte[1024]));
            return i;
        });
        PagedTransport.client(new Answering(new ApiResponse(404, Map::of, endless)))
                .build()
                .rules()
                .fetch("QY1")
                .as(StepVerifier::create)
                .expectErrorSatisfies(
                        error -> assertThat(((ApiException) error).status()).isEqualTo(404))
                .verify(Duration.ofSeconds(5));
        assertThat(kilobytes).hasValue(65);
    }

    @Test
    void readsABodyOfExactlyTheLimit() {
        String most = "{\"code\":1,\"x\":\"" + "x".repeat(1024 - 17) + "\"}";
        assertThat(most).hasSize(1024);
        assertThat(codeOf(most)).isEqualTo(1);
        assertThat(codeOf(most + " ")).isEqualTo(1);
        assertThat(codeOf(most.replace("x\"}", "xx\"}"))).isNull();
    }

    private static Integer codeOf(String body) {
        ApiResponse response =
                new ApiResponse(404, Map::of, Flux.just(ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8))));
        Throwable[] failure = new Throwable[1];
        PagedTransport.client(new Answering(response))
                .maxErrorBytes(1024)
                .build()
                .rules()
                .fetch("QY1")
                .subscribe(rule -> {}, error -> failure[0] = error);
        return ((ApiException) failure[0]).code();
    }

    private ApiProblem problem(String body) {
        return mapper.problem(response(404, Map.of()), body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static String id(int length) {
        return RequestId.of(response(404, Map.of("Twilio-Request-Id", List.of("R".repeat(length)))));
    }

    private static ApiResponse response(int status, Map<String, List<String>> headers) {
        return new ApiResponse(status, () -> headers, Flux.empty());
    }

    /** A wire that has one answer. */
    private record Answering(ApiResponse response) implements Transport {
        @Override
        public <T> Flux<T> exchange(ApiRequest request, Function<ApiResponse, Publisher<T>> reader) {
            return Flux.defer(() -> reader.apply(response));
        }
    }
}
