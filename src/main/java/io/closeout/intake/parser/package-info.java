/**
 * Reads scanner files: one parser and one descriptor per format, listed in {@link
 * io.closeout.intake.parser.registry.ParserRegistry}. Parsers stream: they hand headers, records and hosts to a {@link
 * io.closeout.intake.parser.ScanSink} and keep no more than one record and the facts of its host; where a file
 * mixes its hosts, as tables do, the facts of all of them. They know no
 * database, no Spring and no register; a file that cannot be read whole is refused whole with {@link
 * io.closeout.intake.parser.ScanUnreadable}.
 */
@NullMarked
@NamedInterface("parser")
package io.closeout.intake.parser;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
