/** Pages and API of the module {@code access}: people, own account, tokens, one-time links, set-up, the demo's switch. */
@NullMarked
package io.closeout.web.people;

import org.jspecify.annotations.NullMarked;
