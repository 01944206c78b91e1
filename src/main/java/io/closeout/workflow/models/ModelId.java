package io.closeout.workflow.models;

import io.closeout.shared.NotFound;
import java.util.Comparator;
import org.springframework.util.StringUtils;

/**
 * One process, decision or form, whatever the file is called that it was deployed in.
 *
 * @param key the id inside the model, such as {@code remediatePoamItem}
 */
public record ModelId(ModelKind kind, String key) implements Comparable<ModelId> {

    private static final Comparator<ModelId> ORDER =
            Comparator.comparing(ModelId::kind).thenComparing(ModelId::key);

    /** @throws NotFound if it is no file name of a model */
    public static ModelId of(String fileName) {
        return ModelKind.withExtension(StringUtils.getFilenameExtension(fileName))
                .map(kind -> new ModelId(kind, StringUtils.stripFilenameExtension(fileName)))
                .orElseThrow(() -> NotFound.of("model", fileName));
    }

    /** Of a shipped file, whose name is the model's id wherever it lies: {@code processes/decisions/notices.dmn}. */
    static ModelId ofPath(String path) {
        return of(path.substring(path.lastIndexOf('/') + 1));
    }

    /** {@code remediatePoamItem.bpmn}: also its address, and its name in the ledger. */
    public String fileName() {
        return key + "." + kind.extension();
    }

    public String subject() {
        return "model:" + fileName();
    }

    @Override
    public int compareTo(ModelId other) {
        return ORDER.compare(this, other);
    }
}
