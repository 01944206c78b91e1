package io.closeout.intake.parser;

/**
 * What people need to know about a format; the page of formats is made from it.
 *
 * @param format short name that stays for ever, such as {@code nessus-v2}
 * @param scanner family of the scanner; part of a finding's identity
 * @param tool name of the product that writes such files
 * @param versions of the product whose files were tried
 * @param howToProduce the clicks that lead to such a file
 * @param source where the format is described
 * @param identityVersion rises when the parser identifies findings in another way, so that they can be re-keyed
 */
public record FormatDescriptor(
        String format,
        String scanner,
        String tool,
        String versions,
        String howToProduce,
        String source,
        int identityVersion) {}
