/** Results of Prisma Cloud (before: Twistlock), as JSON of twistcli and as tables. */
@NullMarked
package io.closeout.intake.parser.prisma;

import org.jspecify.annotations.NullMarked;
