package io.closeout.workflow.drill;

import io.closeout.register.ItemStatus;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The items that somebody still has to do something about. */
@Component
@Profile("drill")
class HeldItems {

    private final JdbcClient jdbc;
    private final Register register;

    HeldItems(JdbcClient jdbc, Register register) {
        this.jdbc = jdbc;
        this.register = register;
    }

    Stream<PoamItem> open() {
        return all().filter(item -> item.status().isOpen());
    }

    Stream<PoamItem> accepted() {
        return all().filter(item -> item.status() == ItemStatus.RISK_ACCEPTED);
    }

    private Stream<PoamItem> all() {
        List<String> ids = jdbc.sql("select id from poam_item order by id")
                .query(String.class)
                .list();
        return register.all(ids).values().stream();
    }
}
