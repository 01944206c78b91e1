package io.closeout.intake.parser.sbom;

/** A part of a bill of materials; all but the name may be empty. */
record Component(String url, String name, String version) {

    static Component of(String url, String group, String name, String version) {
        return new Component(url, group.isEmpty() ? name : group + "/" + name, version);
    }
}
