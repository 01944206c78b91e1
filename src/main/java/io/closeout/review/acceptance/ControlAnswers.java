package io.closeout.review.acceptance;

import io.closeout.shared.Refused;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a reviewer said of the compensating controls. */
record ControlAnswers(RiskAcceptance acceptance, ReviewAnswer answer) {

    /** @throws Refused if one is not answered for that still held, and if the acceptance is to stand on controls of which none holds */
    void mustBeComplete() {
        List<Control> open =
                acceptance.controls().stream().filter(Control::holds).toList();
        Set<Integer> numbers = open.stream().map(Control::number).collect(Collectors.toSet());
        if (!numbers.containsAll(answer.controls().keySet())) {
            throw Refused.because("There is no such compensating control that held until now: "
                    + answer.controls().keySet());
        }
        if (!answer.stands()) {
            return;
        }
        open.stream()
                .filter(each -> !answer.controls().containsKey(each.number()))
                .findFirst()
                .ifPresent(each -> {
                    throw Refused.because("Say of each compensating control whether it holds. \"%s\" has no answer."
                            .formatted(each.wanted().what()));
                });
        if (acceptance.original().isWorseThan(acceptance.residual())
                && !answer.controls().containsValue(true)) {
            throw Refused.because(
                    "No compensating control holds any more, so the rating is %s again: end the acceptance, or ask for another one."
                            .formatted(acceptance.original().label()));
        }
    }
}
