/**
 * The command line {@code inspect FILE...}: reads scan files without server or database and says what they hold. Plain
 * Java, so that it is ready at once; memory stays flat whatever the size of the file.
 */
@NullMarked
@NamedInterface("inspect")
package io.closeout.intake.inspect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
