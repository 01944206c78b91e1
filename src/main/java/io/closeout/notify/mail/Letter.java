package io.closeout.notify.mail;

/**
 * What one person reads.
 *
 * @param subject one line
 * @param html shows the same as the text
 */
record Letter(String subject, String text, String html) {}
