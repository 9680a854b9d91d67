package io.github.flexalerts.core.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {
    private static final Recipient NOBODY = new Recipient(null, null, true, null, Map.of());

    @Test
    void tellTheUsersOfAllRecipients() {
        assertThat(new Subscriptions(null, List.of(Recipient.of("FU1", "FU2"), NOBODY, Recipient.of("FU1"))).users())
                .containsExactly("FU1", "FU2", "FU1");
        assertThat(new Subscriptions(null, null, Map.of()).users()).isEmpty();
    }

    @Test
    void replaceUsersAndNothingElse() {
        Recipient quiet = new Recipient(List.of("a", "A", "b"), List.of(NotificationType.TOAST), false, true);
        Subscriptions changed =
                new Subscriptions(null, List.of(quiet, NOBODY)).withUsers(name -> name.toUpperCase(Locale.ROOT));
        assertThat(changed.recipients()).containsExactly(quiet.withUserSids(List.of("A", "B")), NOBODY);

        Subscriptions none = new Subscriptions(null, null, Map.of());
        assertThat(none.withUsers(name -> "x")).isSameAs(none);
    }
}
