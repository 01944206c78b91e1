/** What Wazuh's server and its index know of vulnerable packages. */
@NullMarked
package io.closeout.intake.parser.wazuh;

import org.jspecify.annotations.NullMarked;
