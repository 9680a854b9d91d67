package io.github.flexalerts.testkit.junit;

import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.FakeFlexBuilder;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Serves a {@link FakeFlex} to the tests of a class: one port for all of them, a fresh state for each.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final FakeFlexExtension flex = FakeFlexExtension.create(builder -> builder.rules(120));
 *
 * @Test
 * void listsEveryRule() {
 *     // flex.service().baseUrl() …
 * }
 * }</pre>
 *
 * <p>As {@code @ExtendWith(FakeFlexExtension.class)} it has all defaults. Either way tests and lifecycle methods may
 * take a {@link FakeFlex} as a parameter. In a field that is not static it serves one port to each test. The tests of
 * one class must not run at the same time, for they share the state.
 */
public final class FakeFlexExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private final UnaryOperator<FakeFlexBuilder> setup;
    private @Nullable FakeFlex flex;
    private int users;

    /** Makes an extension with all defaults, for {@code @ExtendWith}. */
    public FakeFlexExtension() {
        this(UnaryOperator.identity());
    }

    private FakeFlexExtension(UnaryOperator<FakeFlexBuilder> setup) {
        this.setup = setup;
    }

    /** Returns an extension with all defaults. */
    public static FakeFlexExtension create() {
        return new FakeFlexExtension();
    }

    /** Returns an extension whose service is set up like this. */
    public static FakeFlexExtension create(UnaryOperator<FakeFlexBuilder> setup) {
        return new FakeFlexExtension(setup);
    }

    /**
     * Returns the service.
     *
     * @throws IllegalStateException outside a test, and outside a class of tests when the field is static
     */
    public synchronized FakeFlex service() {
        if (flex == null) {
            throw new IllegalStateException("the service runs only while tests do");
        }
        return flex;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        use();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (use() > 1) {
            service().reset();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        release();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        release();
    }

    private synchronized int use() {
        if (flex == null) {
            flex = setup.apply(FakeFlex.builder()).start();
        }
        return ++users;
    }

    private synchronized void release() {
        if (--users == 0) {
            service().close();
            flex = null;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FakeFlex.class;
    }

    @Override
    public FakeFlex resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return service();
    }
}
