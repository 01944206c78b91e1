/** Pages on which somebody says what the columns of a table mean, and sees what would be read. */
@NullMarked
package io.closeout.intake.web.tables;

import org.jspecify.annotations.NullMarked;
