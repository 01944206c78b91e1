package io.closeout.workflow.models;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.StringUtils;

/** The models in a file; Modeler saves one under any name, and a file may hold several. */
final class ModelIds {

    private ModelIds() {}

    /** Empty for a picture, which comes along with a process. */
    static Set<ModelId> in(String file, byte[] content) {
        return ModelKind.withExtension(StringUtils.getFilenameExtension(file))
                .map(kind -> in(kind, content))
                .orElse(Set.of());
    }

    private static Set<ModelId> in(ModelKind kind, byte[] content) {
        return switch (kind) {
            case PROCESS -> named("process", kind, content);
            case DECISION -> named("decision", kind, content);
            case FORM -> Set.of(new ModelId(kind, FormCatalog.idOf(content)));
        };
    }

    private static Set<ModelId> named(String element, ModelKind kind, byte[] content) {
        return ModelXml.parse(content)
                .named(element)
                .map(model -> new ModelId(kind, model.getAttribute("id")))
                .collect(Collectors.toUnmodifiableSet());
    }
}
