/** Every format that can be read, written out. */
@NullMarked
@NamedInterface("parser-registry")
package io.closeout.intake.parser.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
