package io.closeout.workflow.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The models that come with the program, and those of the folder {@code closeout.models} with its {@code processes}
 * and {@code forms}, which win file by file.
 */
@Component
class ModelFiles {

    private final ResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
    private final String shipped;
    private final Optional<Path> folder;

    ModelFiles(
            @Value("${closeout.shipped-models:classpath*:models/}") String shipped,
            @Value("${closeout.models:}") String folder) {
        this.shipped = shipped;
        this.folder = folder.isBlank() ? Optional.empty() : Optional.of(Path.of(folder));
    }

    /** Contents by stable name, such as {@code processes/decisions/deadline.dmn}; where a file lies never matters. */
    SortedMap<String, byte[]> all() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        read(shipped, files);
        folder.ifPresent(path -> read(path.toUri().toString(), files));
        return files;
    }

    private void read(String root, SortedMap<String, byte[]> files) {
        try {
            for (String pattern : new String[] {"processes/**/*.bpmn", "processes/**/*.dmn", "forms/**/*.form"}) {
                for (Resource file : resources.getResources(root + pattern)) {
                    files.put(name(file, pattern), file.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The models below " + root + " cannot be read", e);
        }
    }

    private static String name(Resource file, String pattern) throws IOException {
        String url = file.getURL().toString();
        String top = pattern.substring(0, pattern.indexOf('/') + 1);
        return url.substring(url.lastIndexOf("/" + top) + 1);
    }
}
