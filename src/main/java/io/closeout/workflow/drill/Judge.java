package io.closeout.workflow.drill;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds what should have happened against what did. */
final class Judge {

    private record Key(LocalDate due, String subject, Channel channel, String what, String who) {}

    private final Map<Key, Happening> first = new HashMap<>();

    Judge(List<Happening> happenings) {
        happenings.forEach(each ->
                first.putIfAbsent(new Key(each.due(), each.subject(), each.channel(), each.what(), each.who()), each));
    }

    /** @param story to which the expectation belongs */
    Verdict verdict(String exercise, String story, Expected expected) {
        return new Verdict(
                exercise,
                story,
                expected,
                first.get(new Key(
                        expected.on(), expected.subject(), expected.channel(), expected.what(), expected.who())));
    }
}
