package io.closeout.intake.parser.prisma;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.dependency.Days;
import io.closeout.intake.parser.dependency.ImageName;
import io.closeout.intake.parser.dependency.ListedFindings;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was scanned, in the order of the file. What does not name itself is a part of what holds it. */
final class TwistcliSubjects implements TwistcliLayout.Visitor {

    private static final Set<String> FACTS = Set.of("name", "repository", "id", "distro", "scanTime");

    private final List<Subject> all = new ArrayList<>();
    private final Deque<Subject> open = new ArrayDeque<>();

    private record Subject(@Nullable Subject outer, Map<String, String> facts) {

        String fact(String name) {
            String own = facts.getOrDefault(name, "");
            return own.isEmpty() && outer != null ? outer.fact(name) : own;
        }

        String name() {
            return ImageName.withoutDigest(Stream.of("name", "repository", "id")
                    .map(this::fact)
                    .filter(fact -> !fact.isEmpty())
                    .findFirst()
                    .orElse(""));
        }
    }

    @Override
    public void enter() {
        Subject subject = new Subject(open.peek(), new HashMap<>());
        all.add(subject);
        open.push(subject);
    }

    @Override
    public void leave() {
        open.pop();
    }

    @Override
    public void member(HardenedJson json, String name) throws IOException {
        Subject subject = open.element();
        if (FACTS.contains(name)) {
            subject.facts().put(name, json.text());
        } else if (name.equals("entityInfo")) {
            JsonValue entity = json.value();
            FACTS.forEach(fact -> subject.facts().putIfAbsent(fact, entity.text(fact)));
        }
    }

    void describe(ListedFindings findings, FormatDescriptor format) {
        findings.header(
                format,
                all.stream()
                        .map(Subject::name)
                        .filter(name -> !name.isEmpty())
                        .findFirst()
                        .orElse(""));
        all.stream().filter(subject -> !subject.name().isEmpty()).forEach(subject -> findings.asset(subject.name())
                .operatingSystem(subject.fact("distro"))
                .end(Days.moment(subject.fact("scanTime"))));
    }

    /** Of the subject with this place in the file, from 0; empty if nothing is named. */
    String name(int subject) {
        return all.get(subject).name();
    }
}
