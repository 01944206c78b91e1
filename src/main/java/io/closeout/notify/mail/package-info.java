/**
 * Mail: makes letters of words and hands them to a mail server. A delivery is recorded before it is sent and is never sent twice by
 * itself; what is in doubt is shown to an administrator (ADR 0015).
 */
@NullMarked
package io.closeout.notify.mail;

import org.jspecify.annotations.NullMarked;
