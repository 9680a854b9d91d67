package io.github.flexalerts.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flexalerts.bulk.JournalEntry.Kind;
import io.github.flexalerts.testkit.ConnectionFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ends a run before each entry of its journal, as a kill does, and continues it. */
class KillTest {
    @TempDir
    Path folder;

    /** A target that needs two configurations, three creates, two updates and two deletes. */
    private static Flex moved() {
        return Flex.withRules(6);
    }

    private void change(Flex flex) {
        List<String> sids = flex.service.sids();
        for (String sid : List.of(sids.get(2), sids.get(3), sids.get(5))) {
            flex.client.alerts().delete(sid).block(Flex.LIMIT);
        }
        for (String sid : sids.subList(0, 2)) {
            flex.client
                    .rules()
                    .modify(sid, spec -> spec.toBuilder().active(false).build())
                    .block(Flex.LIMIT);
        }
        flex.service.add(flex.spec("extra-1"));
        flex.service.add(flex.spec("extra-2"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void reachesTheDesiredStateFromEveryPosition(boolean answersLost) {
        int entries = wholeRun();
        assertThat(entries).isEqualTo(18);
        for (int position = 0; position < entries; position++) {
            killedAt(position, answersLost);
        }
    }

    /** Returns the number of entries of a run that is not killed. */
    private int wholeRun() {
        try (Flex flex = moved();
                ExportFile file = flex.export(folder.resolve("f"), true)) {
            change(flex);
            ApplyTest.Recording journal = new ApplyTest.Recording(Integer.MAX_VALUE);
            flex.apply(flex.plan(DesiredState.of(file), true), journal);
            return journal.written.size();
        }
    }

    private void killedAt(int position, boolean answersLost) {
        try (Flex flex = moved();
                ExportFile file = flex.export(folder.resolve("f"), true)) {
            List<String> desired = flex.content();
            change(flex);
            Plan plan = flex.plan(DesiredState.of(file), true);
            ApplyTest.Recording first = new ApplyTest.Recording(position);
            if (answersLost) {
                flex.service.inject(
                        ConnectionFaults.createdThenReset().on("rules.create", "rules.update", "rules.delete"));
            }
            PlanApply apply = PlanApply.of(flex.client).concurrency(1);
            assertThatThrownBy(() -> apply.apply(plan, first).blockLast(Flex.LIMIT))
                    .hasMessageContaining("killed");
            flex.service.clearFaults();

            ApplyTest.Recording second =
                    new ApplyTest.Recording(Integer.MAX_VALUE, first.written.toArray(JournalEntry[]::new));
            List<ApplyEvent> events = apply.apply(plan, second).collectList().block(Flex.LIMIT);

            assertThat(events).as("position %d", position).hasSize(9).allMatch(ApplyEvent::isDone);
            assertThat(flex.content()).as("position %d", position).isEqualTo(desired);
            boolean lostConfiguration =
                    first.written.stream().anyMatch(entry -> isOpenConfiguration(entry, first.written));
            if (!lostConfiguration) {
                assertThat(flex.service.notificationConfigurations())
                        .as("position %d", position)
                        .hasSize(3);
            }
        }
    }

    /** The service cannot list configurations, so one whose SID was lost stays. */
    private static boolean isOpenConfiguration(JournalEntry entry, List<JournalEntry> entries) {
        return entry.kind() == Kind.INTENT
                && entry.step().startsWith("configuration.create")
                && entries.stream()
                        .noneMatch(other ->
                                other.kind() == Kind.WRITTEN && other.step().equals(entry.step()));
    }

    @Test
    void continuesAJournalFileWhoseLastLineWasCutOff() throws IOException {
        try (Flex flex = moved();
                ExportFile file = flex.export(folder.resolve("f"), true)) {
            List<String> desired = flex.content();
            change(flex);
            Plan plan = flex.plan(DesiredState.of(file), true);
            Path path = folder.resolve("f.journal");
            try (JournalFile journal = JournalFile.start(path, plan)) {
                PlanApply.of(flex.client).apply(plan, journal).take(4).blockLast(Flex.LIMIT);
            }
            Files.writeString(path, "{\"type\":\"int", StandardOpenOption.APPEND);
            try (JournalFile journal = JournalFile.resume(path)) {
                assertThat(journal.plan().target()).isEqualTo(plan.target());
                assertThat(journal.entries()).hasSizeGreaterThan(3);
                assertThat(flex.apply(journal.plan(), journal)).allMatch(ApplyEvent::isDone);
                assertThat(flex.content()).isEqualTo(desired);
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .isEqualTo("rw-------");
                journal.remove(path);
            }
            assertThat(path).doesNotExist();
        }
    }

    @Test
    void refusesAFileThatIsNoJournal() throws IOException {
        Path path = Files.writeString(folder.resolve("x"), "{\"type\":\"rule\"}\n");
        assertThatThrownBy(() -> JournalFile.resume(path))
                .isInstanceOf(ExportFileException.class)
                .hasMessageContaining("header");
    }
}
