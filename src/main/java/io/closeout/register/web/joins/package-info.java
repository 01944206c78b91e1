/**
 * Proposals to join items that may be the same, for the ISSM: both side by side, and the decision; as pages, as a panel of the home page
 * and for programs. What joining means is the register's.
 */
@NullMarked
package io.closeout.register.web.joins;

import org.jspecify.annotations.NullMarked;
