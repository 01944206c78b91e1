/** Every format that can be read, written out. */
@NullMarked
package io.closeout.intake.parser.registry;

import org.jspecify.annotations.NullMarked;
