package io.closeout.intake.parser.dependency;

/** Names of container images such as {@code registry.example/shop/web:1.2@sha256:…}. */
public final class ImageName {

    private ImageName() {}

    /** A digest changes with every build; what has nothing but a digest keeps it. */
    public static String withoutDigest(String name) {
        int digest = name.indexOf("@sha256:");
        return digest > 0 ? name.substring(0, digest) : name;
    }

    /** @param registry may be empty, as may the tag */
    public static String of(String registry, String repository, String tag) {
        String path =
                registry.isEmpty() || repository.startsWith(registry + "/") ? repository : registry + "/" + repository;
        return withoutDigest(tag.isEmpty() ? path : path + ":" + tag);
    }
}
