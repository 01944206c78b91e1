/** Reports of OpenVAS and of Greenbone's appliances, as XML and as CSV. */
@NullMarked
package io.closeout.intake.parser.openvas;

import org.jspecify.annotations.NullMarked;
