package io.closeout.access;

import java.util.List;

/** The invented people of the demo, whom anybody at the demo may switch to. There is no such bean otherwise. */
public interface SamplePeople {

    List<Person> all();
}
