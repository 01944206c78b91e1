/**
 * MITRE's Heimdall Data Format, the JSON of InSpec and of what the SAF converters make of other tools' reports. Controls are checks, the
 * target of the platform is the asset, the profile is the location.
 */
@NullMarked
package io.closeout.intake.parser.hdf;

import org.jspecify.annotations.NullMarked;
