/** Assets as pages and as the API: the list, one asset with what people may do with it, and CSV out and in. */
@NullMarked
package io.closeout.register.web.assets;

import org.jspecify.annotations.NullMarked;
