/**
 * Prowler's own tables and JSON, of version 2 and of versions 3 to 5; its OCSF and ASFF are read as those. Resources are assets, checks are
 * checks.
 */
@NullMarked
package io.closeout.intake.parser.prowler;

import org.jspecify.annotations.NullMarked;
