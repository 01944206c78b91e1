package io.closeout.register;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Loading and saving of items; lists for people come from {@link ItemSearch}. */
interface PoamItems extends Repository<PoamItem, String> {

    PoamItem save(PoamItem item);

    void flush();

    Optional<PoamItem> findById(String id);

    List<PoamItem> findByIdIn(Collection<String> ids);
}
