package io.github.flexalerts.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.testkit.junit.FakeFlexExtension;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicApiTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                FakeFlex.class,
                FakeFlexBuilder.class,
                FakeProxy.class,
                FakeProxyBuilder.class,
                Fault.class,
                FaultDescription.class,
                StatusFaults.class,
                ConnectionFaults.class,
                ProtocolFaults.class,
                BodyFaults.class,
                SchemaFaults.class,
                PageFaults.class,
                QueryFaults.class,
                RawAnswer.class,
                ReceivedRequest.class,
                FakeFlexExtension.class
            })
    void namesNothingOfNettyReactorOrJackson(Class<?> type) {
        assertThat(type).isFinal();
        assertThat(Stream.concat(Arrays.stream(type.getMethods()), Arrays.stream(type.getConstructors()))
                        .filter(member -> Modifier.isPublic(member.getModifiers()))
                        .flatMap(PublicApiTest::types)
                        .map(Type::getTypeName))
                .noneMatch(name -> name.matches(".*\\b(io\\.netty|reactor|tools\\.jackson|com\\.fasterxml)\\..*"));
    }

    private static Stream<Type> types(Executable member) {
        Stream<Type> parameters = Arrays.stream(member.getGenericParameterTypes());
        return member instanceof Method method
                ? Stream.concat(parameters, Stream.of(method.getGenericReturnType()))
                : parameters;
    }
}
