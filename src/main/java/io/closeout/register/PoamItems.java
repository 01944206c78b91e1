package io.closeout.register;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Loading with milestones, and saving of items; lists for people come from {@link ItemSearch}. */
interface PoamItems extends Repository<PoamItem, String> {

    PoamItem save(PoamItem item);

    /** Before JDBC adds rows that name an item, or reads what an item became. */
    void flush();

    @EntityGraph(attributePaths = "milestones")
    Optional<PoamItem> findById(String id);

    /** Waits for whoever changes the item at the moment. */
    @Query(value = "select id from poam_item where id = :id for update", nativeQuery = true)
    Optional<String> lock(String id);

    @EntityGraph(attributePaths = "milestones")
    List<PoamItem> findByIdIn(Collection<String> ids);
}
