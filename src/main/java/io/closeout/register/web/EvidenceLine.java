package io.closeout.register.web;

import io.closeout.evidence.Evidence;

/** A piece of evidence with the name of who added it. */
record EvidenceLine(Evidence evidence, String by) {}
