package io.closeout.intake.parser.prisma;

import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.dependency.JsonFile;
import java.io.IOException;

/** Results stand in an object, in those of its {@code results}, or in the same of each element of an array. */
final class TwistcliLayout {

    private final HardenedJson json;
    private final Visitor visitor;

    TwistcliLayout(HardenedJson json, Visitor visitor) {
        this.json = json;
        this.visitor = visitor;
    }

    /** Is told of each object that may hold results, and of each member, with the reader at its value. */
    interface Visitor {

        void enter();

        void member(HardenedJson json, String name) throws IOException;

        void leave();
    }

    void walk() throws IOException {
        if (json.isArray()) {
            JsonFile.elements(json, each -> subject());
        } else {
            subject();
        }
    }

    private void subject() throws IOException {
        visitor.enter();
        json.members(name -> {
            if (name.equals("results")) {
                JsonFile.elements(json, each -> subject());
            } else {
                visitor.member(json, name);
            }
        });
        visitor.leave();
    }
}
