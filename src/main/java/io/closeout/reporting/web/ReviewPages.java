package io.closeout.reporting.web;

import io.closeout.reporting.FrozenItem;
import io.closeout.reporting.Snapshot;
import io.closeout.reporting.Snapshots;
import io.closeout.review.period.Reviews;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The monthly reviews with their figures and signatures; one of them, to be printed. */
@Controller
@RequestMapping("/reviews")
class ReviewPages {

    private static final int MOST_OVERDUE = 500;

    private final ReviewLines lines;
    private final Snapshots snapshots;
    private final Reviews reviews;

    ReviewPages(ReviewLines lines, Snapshots snapshots, Reviews reviews) {
        this.lines = lines;
        this.snapshots = snapshots;
        this.reviews = reviews;
    }

    /** @param owner name of the person, empty for nobody */
    record OverdueLine(FrozenItem item, String owner, long days) {}

    @GetMapping
    String list(Model model) {
        model.addAttribute("lines", lines.all());
        model.addAttribute("calendar", reviews.calendar());
        return "reporting/reviews";
    }

    @GetMapping("/{period}")
    String show(@PathVariable String period, Model model) {
        model.addAttribute("line", lines.get(period));
        Optional<Snapshot> snapshot = snapshots.find(period);
        model.addAttribute("unaltered", snapshot.isEmpty() || snapshots.isUnaltered(period));
        model.addAttribute("overdue", snapshot.map(this::overdue).orElse(List.of()));
        return "reporting/review";
    }

    private List<OverdueLine> overdue(Snapshot snapshot) {
        return snapshots.overdue(snapshot, MOST_OVERDUE).stream()
                .map(item -> new OverdueLine(
                        item,
                        item.ownerId() == null ? "" : lines.name(item.ownerId()),
                        ChronoUnit.DAYS.between(item.due(), snapshot.figures().asOf())))
                .toList();
    }
}
