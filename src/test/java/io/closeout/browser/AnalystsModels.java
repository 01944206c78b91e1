package io.closeout.browser;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.workflow.Acting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;

/** Puts a model of the analyst in the place of a shipped one, as the Modeler would. */
class AnalystsModels {

    private static final Actor ANALYST = new Actor("analyst", Set.of(Group.PROCESS_ANALYST), "engine-rest");

    private final RepositoryService repository;
    private final Acting acting;

    AnalystsModels(RepositoryService repository, Acting acting) {
        this.repository = repository;
        this.acting = acting;
    }

    /** @param file below the project's folder */
    void deploy(String file, String shippedWords, String analystsWords) {
        String text = read(file).replace(shippedWords, analystsWords);
        acting.as(
                ANALYST,
                () -> acting.asEngine(() -> repository
                        .createDeployment()
                        .source("Camunda Modeler")
                        .addString(file, text)
                        .deploy()));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
