package io.closeout.register.web;

import io.closeout.access.Person;
import io.closeout.register.ItemSearch;
import io.closeout.shared.Severity;
import io.closeout.web.HomePanel;
import io.closeout.web.Panel;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How many open items there are of each severity. */
@Component
class OpenBySeverityPanel implements HomePanel {

    private final ItemSearch search;

    OpenBySeverityPanel(ItemSearch search) {
        this.search = search;
    }

    /** @param percent of the longest bar, so that small shops see something as well */
    record Bar(Severity severity, long items, long percent) {}

    @Override
    public Column column() {
        return Column.PLAN_OF_ACTION;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Optional<Panel> panel(Person viewer) {
        Map<Severity, Long> counts = search.openBySeverity();
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        if (most == 0) {
            return Optional.empty();
        }
        List<Bar> bars = EnumSet.range(Severity.CRITICAL, Severity.LOW).stream()
                .map(severity -> bar(severity, counts.getOrDefault(severity, 0L), most))
                .toList();
        long total = bars.stream().mapToLong(Bar::items).sum();
        return Optional.of(new Panel("register/panel-severity", Map.of("bars", bars, "total", total)));
    }

    private static Bar bar(Severity severity, long items, long most) {
        return new Bar(severity, items, Math.round(100.0 * items / most));
    }
}
