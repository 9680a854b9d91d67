package io.github.flexalerts.reactive.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.flexalerts.core.error.PagingException.Reason;
import io.github.flexalerts.reactive.PagedTransport;
import io.github.flexalerts.reactive.internal.option.Origin;
import io.github.flexalerts.reactive.internal.option.Site;
import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextLinkTest {
    private static final String PATH = PagedTransport.PATH;

    private final NextLink loopback = new NextLink(Site.FLEX.at(Origin.of(URI.create("http://127.0.0.1:8080"))), PATH);
    private final NextLink secure =
            new NextLink(Site.FLEX.at(Origin.of(URI.create("https://flex.example:8443"))), PATH);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "https://flex-api.twilio.com$?PageSize=50&Page=1&PageToken=a%2Bb+c%25.d%3D/",
        "https://flex-api.twilio.com:443$?Page=1",
        "HTTPS://FLEX-API.TWILIO.COM$?Page=1",
        "http://127.0.0.1:8080$?Page=1",
        "//127.0.0.1:8080$?Page=1",
        "$?Page=1",
        "?Page=1",
        "InsightsRules?Page=1",
    })
    void followsPathAndQueryByteForByte(String link) throws NextLink.Refused {
        String query = link.substring(link.indexOf('?'));
        assertThat(loopback.target(link.replace("$", PATH))).isEqualTo(PATH + query);
    }

    @ParameterizedTest(name = "{0} is refused for its {1}")
    @CsvSource({
        "https://evil.example$?Page=1,HOST",
        "//evil.example$?Page=1,HOST",
        "https://flex-api.twilio.com.evil.example$,HOST",
        "https://xn--flex-api.twilio.com$,HOST",
        "https://127.0.0.1.evil.example$,HOST",
        "https://,HOST",
        "https://flex-api.twilio.com@evil.example$?Page=1,USER_INFO",
        "https://user:pass@flex-api.twilio.com$?Page=1,USER_INFO",
        "http://flex-api.twilio.com$?Page=1,SCHEME",
        "ftp://flex-api.twilio.com$?Page=1,SCHEME",
        "https://127.0.0.1:8080$?Page=1,SCHEME",
        "https://flex-api.twilio.com:444$?Page=1,PORT",
        "http://127.0.0.1:8081$?Page=1,PORT",
        "https://flex-api.twilio.com:99999999$,MALFORMED",
        "https://flex-api.twilio.com:80x$,MALFORMED",
        "https:/flex-api.twilio.com$,MALFORMED",
        "javascript:alert(1),MALFORMED",
        "https:\\\\evil.example$,MALFORMED",
        "https://flex-api.twilio.com\\@evil.example$,MALFORMED",
        "$?Page=1#fragment,MALFORMED",
        "'$?Page=1 HTTP/1.1',MALFORMED",
        "https://flex-api.twilio.cöm$,MALFORMED",
        "https://flex-api.twilio.com/v1/Accounts?Page=1,PATH",
        "https://flex-api.twilio.com,PATH",
        "https://flex-api.twilio.com?Page=1,PATH",
        "$/../../../Accounts?Page=1,PATH",
        "../InsightsRules?Page=1,PATH",
        "$/%2e%2e/Users?Page=1,PATH",
        "$/?Page=1,PATH",
        "/v1/Instances/GO00000000000000000000000000000002/InsightsRules?Page=1,PATH",
        "Users?Page=1,PATH",
    })
    void refusesLinksToOtherHosts(String link, Reason reason) {
        assertRefused(loopback, link, reason);
    }

    @ParameterizedTest(name = "{0} is refused for its {1}")
    @CsvSource({
        "http://flex.example:8443$,SCHEME",
        "http://flex.example$,SCHEME",
        "https://flex.example$,PORT",
        "http://flex-api.twilio.com$,SCHEME",
    })
    void neverLeavesTls(String link, Reason reason) {
        assertRefused(secure, link, reason);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"?Page=3,3", "?PageSize=50&Page=12&PageToken=x,12", "?PageSize=50,-1", "?Page=x,-1", "?OnPage=4,-1"})
    void readsThePageNumberOfALink(String query, long number) {
        assertThat(NextLink.pageNumber(PATH + query)).isEqualTo(number);
    }

    @Property
    void neverYieldsAnythingButTheCollection(
            @ForAll @StringLength(max = 80) @CharRange(from = ' ', to = '~') String text) {
        for (String link : new String[] {text, "https://" + text, "//" + text, PATH + text, "/" + text}) {
            try {
                String target = loopback.target(link);
                assertThat(target.equals(PATH) || target.startsWith(PATH + "?")).isTrue();
                assertThat(link).endsWith(target.substring(PATH.length()));
            } catch (NextLink.Refused refused) {
                assertThat(refused.reason()).isNotNull();
            }
        }
    }

    private static void assertRefused(NextLink links, String link, Reason reason) {
        assertThatExceptionOfType(NextLink.Refused.class)
                .isThrownBy(() -> links.target(link.replace("$", PATH)))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
