/**
 * Stored files (also those of other modules, such as scans) and evidence: a file or link that speaks for something, with
 * its digest, kind, the date it speaks of, upload time and uploader. Nothing is ever overwritten, only superseded.
 * Knows what it belongs to by a subject id alone, such as {@code item:POA-2026-001}, and whether the evidence
 * suffices is for others to say. Tells the ledger what was added.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access", "ledger"})
package io.closeout.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
