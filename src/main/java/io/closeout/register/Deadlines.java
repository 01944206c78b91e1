package io.closeout.register;

import io.closeout.policy.DeadlineRule;
import io.closeout.policy.ItemPolicy;
import io.closeout.register.DeadlineLimit.Limit;
import io.closeout.shared.Severity;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Until when policy allows an item to take: the days of the severity table, and whatever else limits it. */
@Component
class Deadlines {

    private static final Comparator<Limit> BY_DATE = Comparator.comparing(Limit::date);

    private final ItemPolicy policy;
    private final List<DeadlineLimit> limits;
    private final JdbcClient jdbc;

    Deadlines(ItemPolicy policy, List<DeadlineLimit> limits, JdbcClient jdbc) {
        this.policy = policy;
        this.limits = limits;
        this.jdbc = jdbc;
    }

    Limit earliest(Severity priority, DeadlineFacts item) {
        return earliest(priority, item, item.detectedOn());
    }

    private Limit earliest(Severity priority, DeadlineFacts item, LocalDate clockStartedOn) {
        DeadlineRule rule = policy.deadline(priority, item.track());
        String source = clockStartedOn.equals(item.detectedOn())
                ? rule.source()
                : "%s, counted from the vendor's release on %s".formatted(rule.source(), clockStartedOn);
        Limit bySeverity = new Limit(rule.from(clockStartedOn), source, false);
        return Stream.concat(Stream.of(bySeverity), limits(item)).min(BY_DATE).orElse(bySeverity);
    }

    Limit earliest(PoamItem item) {
        return earliest(item, item.clockStartedOn());
    }

    /** As if the days of the severity table counted from that day. */
    Limit earliest(PoamItem item, LocalDate clockStartedOn) {
        return earliest(item.priority(), facts(item), clockStartedOn);
    }

    Optional<Limit> absolute(PoamItem item) {
        return limits(facts(item)).filter(Limit::absolute).min(BY_DATE);
    }

    private Stream<Limit> limits(DeadlineFacts item) {
        return limits.stream().map(each -> each.of(item)).flatMap(Optional::stream);
    }

    DeadlineFacts facts(PoamItem item) {
        Set<String> cves = new HashSet<>();
        AtomicBoolean exposed = new AtomicBoolean();
        jdbc.sql("select w.cves, (select count(*) from item_asset ia join asset a on a.id = ia.asset_id"
                        + " where ia.item_id = :item and a.publicly_exposed and a.state = 'ACTIVE') as exposed from "
                        + NamedCves.WEAKNESSES_OF_ITEM + " m left join weakness w on w.id = m.weakness_id")
                .param("item", item.id().text())
                .query(row -> {
                    cves.addAll(CveIds.in(row.getString("cves")));
                    exposed.set(row.getInt("exposed") > 0);
                });
        return new DeadlineFacts(item.scopeId(), item.track(), cves, item.detectedOn(), exposed.get());
    }
}
