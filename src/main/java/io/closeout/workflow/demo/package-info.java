/**
 * The sample company of the demo: loads its first scan through the real import and lets the sample people work the items
 * through the real tasks, on a clock set back, so that the register looks lived in. Writes no table itself and exists in
 * the profile {@code demo} only.
 */
@NullMarked
package io.closeout.workflow.demo;

import org.jspecify.annotations.NullMarked;
