/**
 * The application as people see it, in Chromium: one class per path that a person walks. Without a Chromium on the machine
 * these tests are skipped.
 */
package io.closeout.browser;
