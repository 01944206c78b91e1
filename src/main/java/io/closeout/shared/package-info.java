/**
 * Words that every module uses: severity, refusals, pages of a list, digests, the clock, folders that files are dropped into. Small, and depends on nothing.
 * Nothing here knows what a POA&amp;M item is.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.closeout.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
