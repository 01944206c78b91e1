/**
 * Bills of materials with what is known about their parts, and statements about vulnerabilities (VEX): CycloneDX, CSAF, OpenVEX. A bill
 * without vulnerabilities is refused by name: nobody has looked for any.
 */
@NullMarked
package io.closeout.intake.parser.sbom;

import org.jspecify.annotations.NullMarked;
