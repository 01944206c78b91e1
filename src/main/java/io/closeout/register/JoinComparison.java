package io.closeout.register;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Two items side by side: what they share, and what only one of them has. */
@Service
@Transactional(readOnly = true)
public class JoinComparison {

    private final JdbcClient jdbc;

    JoinComparison(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a scanner checked. */
    public record Check(String scanner, String checkId, String title) {}

    /** One of the two; its CVEs and assets that the other does not have, in order. */
    public record Side(List<Check> checks, List<String> cves, List<String> assets) {}

    /** @param cves that both name, in order; {@code assets} on which both are, likewise */
    public record Compared(List<String> cves, List<String> assets, Side kept, Side joining) {}

    public Compared of(JoinProposal proposal) {
        Set<String> keptCves = cves(proposal.keptItem());
        Set<String> joiningCves = cves(proposal.joiningItem());
        Set<String> keptAssets = assets(proposal.keptItem());
        Set<String> joiningAssets = assets(proposal.joiningItem());
        return new Compared(
                keptCves.stream().filter(joiningCves::contains).toList(),
                keptAssets.stream().filter(joiningAssets::contains).toList(),
                new Side(
                        checks(proposal.keptItem()),
                        without(keptCves, joiningCves),
                        without(keptAssets, joiningAssets)),
                new Side(
                        checks(proposal.joiningItem()),
                        without(joiningCves, keptCves),
                        without(joiningAssets, keptAssets)));
    }

    private static List<String> without(Set<String> some, Set<String> others) {
        return some.stream().filter(each -> !others.contains(each)).toList();
    }

    private List<Check> checks(String item) {
        return jdbc.sql("select w.scanner, w.check_id, w.title from weakness w join " + NamedCves.WEAKNESSES_OF_ITEM
                        + " m on m.weakness_id = w.id order by w.scanner, w.check_id")
                .param("item", item)
                .query(Check.class)
                .list();
    }

    private Set<String> cves(String item) {
        return jdbc
                .sql("select w.cves from weakness w join " + NamedCves.WEAKNESSES_OF_ITEM
                        + " m on m.weakness_id = w.id where w.cves is not null")
                .param("item", item)
                .query((row, number) -> CveIds.in(row.getString("cves")))
                .list()
                .stream()
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> assets(String item) {
        return new TreeSet<>(
                jdbc.sql("select a.name from item_asset ia join asset a on a.id = ia.asset_id where ia.item_id = ?")
                        .param(item)
                        .query(String.class)
                        .list());
    }
}
