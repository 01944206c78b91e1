package io.closeout.threat.web;

import io.closeout.policy.KevListing;
import io.closeout.register.ItemSupplement;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.threat.CatalogueEntry;
import io.closeout.threat.ItemThreat;
import io.closeout.threat.KnownExploitation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The field {@code kev} of an item in the API. */
@Component
class KevSupplement implements ItemSupplement {

    private final KnownExploitation exploitation;
    private final Register register;

    KevSupplement(KnownExploitation exploitation, Register register) {
        this.exploitation = exploitation;
        this.register = register;
    }

    /**
     * @param listing UNKNOWN while no catalogue was taken
     * @param dueDate the earliest of the catalogue's, null where it lists none
     */
    record Kev(
            KevListing listing,
            @Nullable String catalog,
            @Nullable LocalDate dueDate,
            List<Entry> entries) {}

    /** @param ransomware whether campaigns are known to use it; {@code false} is not known */
    record Entry(
            String cve,
            String name,
            LocalDate dateAdded,
            LocalDate dueDate,
            String requiredAction,
            boolean ransomware) {

        static Entry of(CatalogueEntry entry) {
            return new Entry(
                    entry.cve(),
                    entry.title(),
                    entry.addedOn(),
                    entry.dueOn(),
                    entry.requiredAction(),
                    entry.ransomware());
        }
    }

    @Override
    public String name() {
        return "kev";
    }

    @Override
    public Object of(PoamId item) {
        ItemThreat threat = exploitation.of(register.get(item));
        return new Kev(
                threat.kev(),
                threat.catalogue(),
                threat.catalogueDue().orElse(null),
                threat.entries().stream().map(Entry::of).toList());
    }
}
