package io.closeout.register.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * An item in a list.
 *
 * @param findings open ones
 * @param evidence without what was superseded
 */
record ListedItem(@JsonUnwrapped ItemFacts item, int assets, int findings, int evidence) {}
