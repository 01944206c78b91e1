package io.closeout.register;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Items that name each other: a weakness that came back, further assets found too late to join, or what was joined. */
@Service
@Transactional(readOnly = true)
public class RelatedItems {

    private final JdbcClient jdbc;

    RelatedItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How the other item stands to this one. */
    public enum Relation {
        /** Its weakness came back and made this item. */
        REOPENED_HERE,
        /** Made when this item's weakness came back. */
        REOPENS_THIS,
        /** Could take no further asset any more, so this one was opened. */
        FIRST_SIBLING,
        /** Opened because this one could take no further asset any more. */
        LATER_SIBLING,
        /** Goes on with the findings of this one. */
        JOINED_TO,
        /** Its findings went over to this one; its evidence and history are there. */
        JOINED_HERE
    }

    public record RelatedItem(Relation relation, String id, String title, ItemStatus status) {}

    public List<RelatedItem> of(PoamId item) {
        return jdbc.sql("select relation, id, title, status from ("
                        + " select 'REOPENED_HERE' as relation, o.id, o.title, o.status from poam_item i join poam_item o on o.id = i.reopens where i.id = :item"
                        + " union all select 'FIRST_SIBLING', o.id, o.title, o.status from poam_item i join poam_item o on o.id = i.sibling_of where i.id = :item"
                        + " union all select 'REOPENS_THIS', id, title, status from poam_item where reopens = :item"
                        + " union all select 'LATER_SIBLING', id, title, status from poam_item where sibling_of = :item"
                        + " union all select 'JOINED_TO', o.id, o.title, o.status from poam_item i join poam_item o on o.id = i.joined_to where i.id = :item"
                        + " union all select 'JOINED_HERE', id, title, status from poam_item where joined_to = :item"
                        + ") named order by relation, id")
                .param("item", item.text())
                .query(RelatedItem.class)
                .list();
    }
}
