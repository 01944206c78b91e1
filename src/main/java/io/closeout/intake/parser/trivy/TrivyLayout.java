package io.closeout.intake.parser.trivy;

import io.closeout.intake.parser.HardenedJson;
import java.io.IOException;

/**
 * Where the results stand: in {@code Results} of one artifact, in {@code Results} of each resource of a cluster, or, before Trivy 0.20,
 * in an array at the top.
 */
final class TrivyLayout {

    private final HardenedJson json;
    private final Visitor visitor;

    TrivyLayout(HardenedJson json, Visitor visitor) {
        this.json = json;
        this.visitor = visitor;
    }

    /** Is told of each part with the reader at its value. */
    interface Visitor {

        /** A member of the report beside its results. */
        void fact(HardenedJson json, String name) throws IOException;

        /** The next resource of a cluster begins; its facts may stand behind its results. */
        void resource();

        void resourceFact(HardenedJson json, String name) throws IOException;

        /** The next result begins. */
        void result();

        void resultMember(HardenedJson json, String name) throws IOException;
    }

    void walk() throws IOException {
        if (json.isArray()) {
            results();
        } else {
            json.members(this::part);
        }
    }

    private void part(String name) throws IOException {
        switch (name) {
            case "Results" -> results();
            case "Resources", "Findings", "Vulnerabilities", "Misconfigurations" -> resources();
            default -> visitor.fact(json, name);
        }
    }

    private void resources() throws IOException {
        if (json.isArray()) {
            json.elements(() -> {
                visitor.resource();
                json.members(this::resourcePart);
            });
        }
    }

    private void resourcePart(String name) throws IOException {
        if (name.equals("Results")) {
            results();
        } else {
            visitor.resourceFact(json, name);
        }
    }

    private void results() throws IOException {
        if (json.isArray()) {
            json.elements(() -> {
                visitor.result();
                json.members(name -> visitor.resultMember(json, name));
            });
        }
    }
}
