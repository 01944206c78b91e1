package io.closeout.workflow.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.closeout.workflow.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** What lies in {@code processes/} and {@code forms/}, and the steps that models may name. */
final class ShippedModels {

    private ShippedModels() {}

    static Stream<Path> processes() {
        return files(Path.of("processes"), ".bpmn");
    }

    static Stream<Path> decisions() {
        return files(Path.of("processes/decisions"), ".dmn");
    }

    static Stream<Path> forms() {
        return files(Path.of("forms"), ".form");
    }

    static String id(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** Names of the beans that are marked as steps, without starting any. */
    static Set<String> steps() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Step.class));
        Set<String> names = new TreeSet<>();
        scan.findCandidateComponents("io.closeout.workflow").stream()
                .map(step -> type(step.getBeanClassName()))
                .filter(ShippedModels::isShipped)
                .forEach(step -> names.add(step.getAnnotation(Step.class).value()));
        return names;
    }

    /** Tests have steps of their own. */
    private static boolean isShipped(Class<?> step) {
        return !step.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .contains("test-classes");
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All components of a form, those inside groups and lists included, in the order shown. */
    static List<JsonNode> components(JsonNode form) {
        return StreamSupport.stream(form.path("components").spliterator(), false)
                .flatMap(each -> Stream.concat(Stream.of(each), components(each).stream()))
                .toList();
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
