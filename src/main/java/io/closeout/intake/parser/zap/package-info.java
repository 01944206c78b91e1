/** Reports of ZAP (Zed Attack Proxy, formerly of OWASP) as XML and JSON, and the alerts that its API answers. */
@NullMarked
package io.closeout.intake.parser.zap;

import org.jspecify.annotations.NullMarked;
