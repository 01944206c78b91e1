package io.closeout.workflow.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of word that a table or a class tells people has a title on the home page and a count in the subject of mails. */
class NoticeKindsTest {

    private static final Path TABLES = Path.of("processes/decisions");
    private static final Path CLASSES = Path.of("src/main/java/io/closeout/workflow");
    private static final Pattern TELLS = Pattern.compile("\\b(notices\\s*\\.tell|outbox\\s*\\.put)\\(");
    private static final Pattern WORD = Pattern.compile("(?<!@Step\\()\"([a-z][A-Za-z]+)\"");

    /** Other words in classes that tell: audiences, and through what somebody acts. */
    private static final Set<String> NO_KINDS = Set.of("leadership", "owner", "ownerGroup", "process");

    @Test
    void areFoundInTablesAndInClasses() {
        assertThat(kinds())
                .contains("leadershipEscalation", "conditional14/leadership", "taskReminder", "reviewEscalation")
                .contains("vendorReleased", "cmmcStatusExpired", "approvalAsked", "scanFailed", "acceptanceEndedIssm");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void haveATitle(String kind) {
        assertThat(messages("notify")).containsKey("notify.kind." + kind);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void areCountedInWordsOfTheirOwn(String kind) {
        assertThat(messages("mail")).containsKey("mail.count." + kind.replaceFirst("/.*", ""));
    }

    private static Set<String> kinds() {
        Set<String> kinds = new TreeSet<>();
        files(TABLES, ".dmn").forEach(table -> kinds.addAll(inTable(table)));
        files(CLASSES, ".java").forEach(source -> kinds.addAll(inClass(source)));
        return kinds;
    }

    private static List<String> inTable(Path file) {
        List<String> kinds = new ArrayList<>();
        for (DecisionTable table : Dmn.readModelFromFile(file.toFile()).getModelElementsByType(DecisionTable.class)) {
            List<String> outputs =
                    table.getOutputs().stream().map(Output::getName).toList();
            if (outputs.contains("kind")) {
                table.getRules().forEach(rule -> kinds.addAll(inRule(rule, outputs)));
            }
        }
        return kinds;
    }

    /** Several audiences: the second and the third are told under the kind, a slash and their name. */
    private static List<String> inRule(Rule rule, List<String> outputs) {
        String kind = output(rule, outputs.indexOf("kind"));
        Stream<String> others = Stream.of(
                        output(rule, outputs.indexOf("audience")).split(","))
                .skip(1)
                .map(audience -> kind + "/" + audience.strip());
        return Stream.concat(Stream.of(kind), others).toList();
    }

    private static String output(Rule rule, int column) {
        return rule.getOutputEntries().stream()
                .skip(column)
                .findFirst()
                .orElseThrow()
                .getTextContent()
                .strip()
                .replace("\"", "");
    }

    private static List<String> inClass(Path file) {
        String source = read(file);
        return TELLS.matcher(source).find() ? wordsIn(source) : List.of();
    }

    private static List<String> wordsIn(String source) {
        return WORD.matcher(source)
                .results()
                .map(found -> found.group(1))
                .filter(word -> !NO_KINDS.contains(word))
                .toList();
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties messages(String file) {
        Properties messages = new Properties();
        try (InputStream content = NoticeKindsTest.class.getResourceAsStream("/messages/" + file + ".properties")) {
            messages.load(content);
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
